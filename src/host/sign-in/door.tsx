import { type ReactNode, useEffect, useRef } from "react";
import { LanguageSwitch } from "../shell/language.tsx";
import { Seal } from "../shell/seal.tsx";
import "./sign-in.css";

interface Props {
  readonly title: string;
  readonly lead: ReactNode;
  readonly children: ReactNode;
}

/** A card in the middle: everything that one sees before the page itself. */
export function Door({ title, lead, children }: Props) {
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    // The button that led here is gone: go on where there is something to fill in.
    const inputs = [...(card.current?.querySelectorAll<HTMLInputElement>("input:not([hidden])") ?? [])];
    inputs.find((input) => input.value === "")?.focus();
  }, []);
  return (
    <div className="door">
      <main className="door__card" ref={card}>
        <Seal />
        <h1 className="door__title">{title}</h1>
        <p className="door__lead">{lead}</p>
        {children}
      </main>
      <footer className="door__foot">
        <LanguageSwitch />
      </footer>
    </div>
  );
}

/** One sentence above a form: what went wrong or what has happened. */
export function DoorNotice({
  kind,
  children,
}: {
  readonly kind: "bad" | "good";
  readonly children: ReactNode;
}) {
  return (
    <div role={kind === "bad" ? "alert" : "status"}>
      {children !== null && <p className={`door__notice door__notice--${kind}`}>{children}</p>}
    </div>
  );
}
