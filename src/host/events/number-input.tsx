import type { ControlProps } from "../../ui/field.tsx";

interface Props extends ControlProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly placeholder?: string;
}

/** A number as text, so that what is half typed stays; with what it counts behind it. */
export function NumberInput({ value, onChange, unit, min, max, placeholder, ...control }: Props) {
  return (
    <span className="number">
      <input
        {...control}
        className="number__input"
        type="number"
        inputMode="decimal"
        step="any"
        min={min}
        max={max}
        value={value}
        placeholder={placeholder}
        onChange={({ target }) => onChange(target.value)}
      />
      <span className="number__unit" aria-hidden="true">
        {unit}
      </span>
    </span>
  );
}
