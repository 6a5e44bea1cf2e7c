import { type ReactNode, useId } from "react";
import { useEventsWords } from "./use-events-words.ts";

interface Props {
  readonly name: "basics" | "showing" | "rules" | "names" | "privacy" | "danger";
  readonly children: ReactNode;
}

/** A group of settings with its heading. */
export function Section({ name, children }: Props) {
  const { settings } = useEventsWords().words;
  const id = useId();
  return (
    <section className={`section section--${name}`} aria-labelledby={id}>
      <header className="section__head">
        <h2 id={id}>{settings.sections[name]}</h2>
        {(name === "showing" || name === "rules") && (
          <p className="section__hint">{settings.sectionHints[name]}</p>
        )}
      </header>
      <div className="section__body">{children}</div>
    </section>
  );
}
