/** A share of 100, drawn; the number itself stands beside it in words. */
export function Bar({ percent }: { readonly percent: number }) {
  return (
    <span className="bar" aria-hidden="true">
      <span style={{ clipPath: `inset(0 ${(100 - percent).toFixed(1)}% 0 0 round 0.25rem)` }} />
    </span>
  );
}
