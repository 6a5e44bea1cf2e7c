import { type ReactNode, useId } from "react";

interface Props<T extends string> {
  readonly legend: ReactNode;
  readonly options: readonly { readonly value: T; readonly name: string; readonly effect: ReactNode }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  /** Below the cards. */
  readonly children?: ReactNode;
}

/** One of a few, each with what it does. */
export function ChoiceCards<T extends string>({ legend, options, value, onChange, children }: Props<T>) {
  const id = useId();
  return (
    <fieldset className="choices">
      <legend className="choices__legend">{legend}</legend>
      <div className="choices__cards">
        {options.map((option) => (
          <label key={option.value} className="choice">
            <input
              type="radio"
              className="choice__dot"
              name={id}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              aria-labelledby={`${id}-${option.value}`}
              aria-describedby={`${id}-${option.value}-effect`}
            />
            <span className="choice__name" id={`${id}-${option.value}`}>
              {option.name}
            </span>
            <span className="choice__effect" id={`${id}-${option.value}-effect`}>
              {option.effect}
            </span>
          </label>
        ))}
      </div>
      {children}
    </fieldset>
  );
}
