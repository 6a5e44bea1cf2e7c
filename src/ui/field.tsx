import { cloneElement, type ReactElement, type ReactNode, useId } from "react";
import "./field.css";

/** What a control is told by its field. */
export interface ControlProps {
  readonly id?: string;
  readonly "aria-describedby"?: string | undefined;
  readonly "aria-invalid"?: boolean | undefined;
}

interface Props {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong and what to do; announced when it appears. */
  readonly error?: ReactNode;
  /** One control that takes `ControlProps`: input, select, textarea or a component that hands them on. */
  readonly children: ReactElement<ControlProps>;
}

/** A control with its label, a hint and what is wrong with it, all tied together for screen readers. */
export function Field({ label, hint, error, children }: Props) {
  const id = useId();
  const isThere = (part: ReactNode): boolean =>
    part !== undefined && part !== null && part !== false && part !== "";
  const describing = [isThere(hint) && `${id}-hint`, isThere(error) && `${id}-error`].filter(
    (part) => part !== false,
  );
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      {isThere(hint) && (
        <p className="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {cloneElement(children, {
        id,
        "aria-describedby": describing.length > 0 ? describing.join(" ") : undefined,
        "aria-invalid": isThere(error) || undefined,
      })}
      <div className="field__error" id={`${id}-error`} role="alert">
        {error}
      </div>
    </div>
  );
}
