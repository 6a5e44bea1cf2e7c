import { useEffect } from "react";
import type { Language } from "#domain/language";
import { meSettingsWords } from "#domain/words/me-settings";
import { Cord } from "../../ui/cord.tsx";

/** What is left when the guest has gone. */
export function Goodbye({ language }: { readonly language: Language }) {
  const { goodbye, goodbyeNote } = meSettingsWords[language].leaving;
  useEffect(() => {
    document.title = goodbye;
  }, [goodbye]);
  return (
    <main className="paper mine" lang={language}>
      <header className="mine__head">
        <h1 tabIndex={-1} ref={focusOnce}>
          {goodbye}
        </h1>
        <Cord />
      </header>
      <section className="print">
        <p className="print__words">{goodbyeNote}</p>
      </section>
    </main>
  );
}

/** The dialog is gone. Outside, so that it is called no second time. */
const focusOnce = (heading: HTMLElement | null): void => heading?.focus();
