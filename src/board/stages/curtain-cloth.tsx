/** Two halves that hang as one; they close before the results and part at the first name. */
export function CurtainCloth() {
  return (
    <div className="curtain__cloth" aria-hidden="true">
      <i className="curtain__half" data-side="left" />
      <i className="curtain__half" data-side="right" />
    </div>
  );
}
