import type { ReactNode } from "react";
import "./segments.css";

interface Props<Choice extends string> {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: Choice;
  readonly choose: (choice: Choice) => void;
  readonly textOf: (choice: Choice) => ReactNode;
  /** The language of its text, where that is not the page's. */
  readonly langOf?: (choice: Choice) => string;
  readonly isWide?: boolean;
}

/** Buttons side by side of which one is pressed. */
export function Segments<Choice extends string>(props: Props<Choice>) {
  const { label, choices, chosen, choose, textOf, langOf, isWide = false } = props;
  return (
    <fieldset className="segments" data-wide={isWide} aria-label={label}>
      {choices.map((one) => (
        <button
          key={one}
          type="button"
          className="segments__one"
          lang={langOf?.(one)}
          aria-pressed={one === chosen}
          onClick={() => choose(one)}
        >
          {textOf(one)}
        </button>
      ))}
    </fieldset>
  );
}
