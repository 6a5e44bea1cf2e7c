/** Two strands of a mizuhiki cord. */
export function Cord() {
  return (
    <svg className="paper-cord" viewBox="0 0 96 20" aria-hidden="true">
      <path className="paper-cord__red" d="M2 12c15-14 21 8 36-3s19 5 34-2 14-3 22 1" />
      <path className="paper-cord__gold" d="M2 16c15-14 21 8 36-3s19 5 34-2 14-3 22 1" />
    </svg>
  );
}
