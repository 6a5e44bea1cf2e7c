import type { Language } from "#domain/language";
import { hostPrintWords, invitationWords } from "#domain/words/host-print";
import type { HostEvent } from "../../backend/host-event-shapes.ts";
import { QrCode } from "../../ui/qr-code.tsx";
import { useHostLanguage } from "../shell/language.tsx";
import { Cord } from "./cord.tsx";
import { Invitation } from "./invitation.tsx";

interface Props {
  readonly event: HostEvent;
  /** Opens the chat with the bot. */
  readonly url: string;
  /** The event's language first. */
  readonly spoken: readonly Language[];
}

/** One page for the wall at the entrance. */
export function PosterSheet({ event, url, spoken: [first = event.language, ...others] }: Props) {
  const words = hostPrintWords[useHostLanguage()];
  return (
    <div className="sheet sheet--poster" data-others={others.length}>
      <p className="poster__event" lang={event.language}>
        <bdi>{event.title}</bdi>
      </p>
      <Cord />
      <p className="poster__lead" lang={first}>
        {invitationWords[first].lead}
      </p>
      <QrCode text={url} label={words.qr} />
      <p className="poster__code" lang={first}>
        <span>{invitationWords[first].code}</span> <strong>{event.joinCode}</strong>
      </p>
      <Invitation language={first} />
      {others.length > 0 && (
        <div className="invitations">
          {others.map((language) => (
            <Invitation key={language} language={language} />
          ))}
        </div>
      )}
      <p className="poster__note">
        {[first, ...others].map((language) => (
          <span key={language} lang={language}>
            {invitationWords[language].screenNote}
          </span>
        ))}
      </p>
    </div>
  );
}
