/** The product's mark, a seal with a smile. */
export function Seal() {
  return (
    <svg className="seal" viewBox="0 0 40 40" aria-hidden="true">
      <circle className="seal__ground" cx="20" cy="20" r="19" />
      <circle className="seal__ring" cx="20" cy="20" r="16.2" />
      <path
        className="seal__smile"
        d="M11.5 21.5c2.6 6.4 14.4 6.4 17 0M14 15.2c.9-1.3 2.7-1.3 3.6 0M22.4 15.2c.9-1.3 2.7-1.3 3.6 0"
      />
    </svg>
  );
}
