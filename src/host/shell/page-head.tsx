import type { ReactNode } from "react";
import "./page-head.css";

interface Props {
  readonly title: ReactNode;
  /** A sentence that says what the page is for. */
  readonly hint?: ReactNode;
  /** Buttons of the whole page. */
  readonly children?: ReactNode;
}

/** The one `h1` of a page. */
export function PageHead({ title, hint, children }: Props) {
  return (
    <header className="page-head">
      <div className="page-head__words">
        <h1>{title}</h1>
        {hint !== undefined && <p className="page-head__hint">{hint}</p>}
      </div>
      {children !== undefined && <div className="page-head__acts">{children}</div>}
    </header>
  );
}
