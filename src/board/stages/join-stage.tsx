import type { BoardWords } from "#domain/words/board";
import { QrCode } from "../../ui/qr-code.tsx";
import { PlumKnot } from "../plum-knot.tsx";

interface Props {
  readonly title: string;
  readonly joinCode: string;
  /** Null: nobody knows the bot's address here; guests type the code. */
  readonly joinUrl: string | null;
  readonly words: BoardWords;
}

/** How to take part: a code that phones read from the last row, and three short lines. */
export function JoinStage({ title, joinCode, joinUrl, words }: Props) {
  return (
    <section className="join" data-has-qr={joinUrl !== null}>
      {joinUrl !== null && (
        <div className="join__qr">
          <QrCode text={joinUrl} label={words.joinQr} />
        </div>
      )}
      <div className="join__words">
        <p className="join__event">
          <PlumKnot className="join__knot" />
          <bdi>{title}</bdi>
        </p>
        <h1 className="join__title">{words.joinTitle}</h1>
        <ol className="join__steps">
          {words.joinSteps.map((step, index) => (
            <li key={step}>
              <span className="join__number" aria-hidden="true">
                {index + 1}
              </span>
              {step}
            </li>
          ))}
        </ol>
        <p className="join__code">
          {words.joinCode} <strong>{joinCode}</strong>
        </p>
      </div>
    </section>
  );
}
