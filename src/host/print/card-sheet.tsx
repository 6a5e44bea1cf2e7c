import type { Language } from "#domain/language";
import { hostPrintWords } from "#domain/words/host-print";
import type { HostEvent } from "../../backend/host-event-shapes.ts";
import { QrCode } from "../../ui/qr-code.tsx";
import { useHostLanguage } from "../shell/language.tsx";
import { Cord } from "./cord.tsx";
import { Invitation } from "./invitation.tsx";

const CARDS_ON_A4 = 6;

interface Props {
  readonly event: HostEvent;
  /** Opens the chat with the bot. */
  readonly url: string;
  /** The event's language first. */
  readonly spoken: readonly Language[];
}

/** A sheet of table cards to cut. */
export function CardSheet({ event, url, spoken }: Props) {
  const words = hostPrintWords[useHostLanguage()];
  return (
    <div className="sheet sheet--cards">
      {Array.from({ length: CARDS_ON_A4 }, (_, index) => (
        <div className="table-card" key={index} data-languages={spoken.length}>
          <p className="table-card__event" lang={event.language}>
            <bdi>{event.title}</bdi>
          </p>
          <Cord />
          <QrCode text={url} label={words.qr} />
          <div className="invitations">
            {spoken.map((language) => (
              <Invitation key={language} language={language} />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
