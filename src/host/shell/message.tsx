import type { ReactNode } from "react";
import "./message.css";

interface Props {
  readonly title: ReactNode;
  readonly hint?: ReactNode;
  /** What one can do about it. */
  readonly children?: ReactNode;
}

/** A whole page that has nothing to show but a word: nothing there yet, not found, could not be read. */
export function Message({ title, hint, children }: Props) {
  return (
    <div className="message">
      <svg className="message__mark" viewBox="0 0 48 20" aria-hidden="true">
        <path d="M2 14c9-14 13 6 22-4s11 4 22-6" />
        <path d="M2 18c9-14 13 6 22-4s11 4 22-6" />
      </svg>
      <h1 className="message__title">{title}</h1>
      {hint !== undefined && <p className="message__hint">{hint}</p>}
      {children !== undefined && <div className="message__acts">{children}</div>}
    </div>
  );
}
