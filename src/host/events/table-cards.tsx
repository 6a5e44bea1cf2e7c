import { useEffect, useEffectEvent } from "react";
import { createPortal } from "react-dom";
import type { Language } from "#domain/language";
import { hostEventsWords } from "#domain/words/host-events";
import { QrCode } from "../../ui/qr-code.tsx";
import "./table-cards.css";

interface Props {
  readonly url: string;
  readonly title: string;
  /** Of the guests, not of the host. */
  readonly language: Language;
  /** The dialog of the printer was closed. */
  readonly onPrinted: () => void;
}

const CARDS_ON_A4 = 6;

/** A sheet of table cards to cut; asks the browser to print as soon as it is there and is seen on paper only. */
export function TableCards({ url, title, language, onPrinted }: Props) {
  const { join } = hostEventsWords[language];
  const done = useEffectEvent(onPrinted);
  useEffect(() => {
    const onAfter = () => done();
    globalThis.addEventListener("afterprint", onAfter);
    globalThis.print();
    return () => globalThis.removeEventListener("afterprint", onAfter);
  }, []);
  return createPortal(
    <div className="table-cards" lang={language}>
      {Array.from({ length: CARDS_ON_A4 }, (_, index) => (
        <section className="table-card" key={index}>
          <p className="table-card__event">{title}</p>
          <p className="table-card__lead">{join.card.lead}</p>
          <QrCode text={url} label={join.qr} />
          <ol className="table-card__steps">
            {join.card.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
      ))}
    </div>,
    document.body,
  );
}
