import { PlumKnot } from "./plum-knot.tsx";

interface Props {
  /** The event's title, once it is known. */
  readonly heading?: string;
  readonly title: string;
  readonly hint: string;
}

/** What the room sees while there is nothing to rank yet. */
export function QuietScreen({ heading, title, hint }: Props) {
  return (
    <section className="quiet">
      <PlumKnot className="quiet__knot" />
      {heading !== undefined && heading !== "" && <p className="quiet__heading">{heading}</p>}
      <h1 className="quiet__title">{title}</h1>
      <p className="quiet__hint">{hint}</p>
    </section>
  );
}
