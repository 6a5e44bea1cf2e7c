import { type ReactNode, useId } from "react";
import { useEventsWords } from "./use-events-words.ts";

export const sectionNames = [
  "basics",
  "screen",
  "showing",
  "rules",
  "names",
  "privacy",
  "retention",
  "danger",
] as const;
type SectionName = (typeof sectionNames)[number];

interface Props {
  readonly name: SectionName;
  readonly children: ReactNode;
}

/** A group of settings with its heading. */
export function Section({ name, children }: Props) {
  const { settings } = useEventsWords().words;
  const id = useId();
  return (
    <section className="section" id={name} aria-labelledby={id}>
      <header className="section__head">
        <h2 id={id}>{settings.sections[name]}</h2>
        {(name === "screen" || name === "showing" || name === "rules") && (
          <p className="section__hint">{settings.sectionHints[name]}</p>
        )}
      </header>
      <div className="section__body">{children}</div>
    </section>
  );
}
