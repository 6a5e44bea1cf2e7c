import { useState } from "react";
import { Link } from "react-router";
import { joinUrl } from "#domain/join-code";
import type { HostEvent } from "../../backend/host-event-shapes.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { CopyButton } from "./copy-button.tsx";
import { QrCode } from "../../ui/qr-code.tsx";
import { useBotId } from "./use-bot-id.ts";
import { useEventsWords } from "./use-events-words.ts";
import "./join.css";

interface Props {
  readonly event: HostEvent;
  readonly botBasicId: () => Promise<string | null>;
}

/** How guests come in: a QR code to show, to print, to send. */
export function JoinPanel({ event, botBasicId }: Props) {
  const { join } = useEventsWords().words;
  const basicId = useBotId(botBasicId);
  const [view, setView] = useState<"panel" | "large">("panel");
  const url = basicId === undefined || basicId === null ? null : joinUrl(basicId, event.joinCode);
  return (
    <section className="join" aria-labelledby="join-title">
      <h2 id="join-title">{join.title}</h2>
      {url !== null && (
        <>
          <button type="button" className="join__qr" aria-label={join.large} onClick={() => setView("large")}>
            <QrCode text={url} label={join.qr} />
          </button>
          <p className="join__hint">{join.hint}</p>
          <div className="join__acts">
            <Button onClick={() => setView("large")}>{join.large}</Button>
            <Link className="button button--plain" to={`/print/${event.eventId}`}>
              {join.print}
            </Link>
            <CopyButton text={url}>{join.copyLink}</CopyButton>
          </div>
        </>
      )}
      {basicId === null && <p className="join__hint">{join.noBot}</p>}
      <p className="join__code">
        <span className="join__code-name">{join.code}</span>
        <strong>{event.joinCode}</strong>
        <span className="join__code-hint">{join.codeHint}</span>
      </p>
      {url !== null && view === "large" && (
        <Dialog title={event.title} size="wide" onClose={() => setView("panel")}>
          <div className="join__large">
            <QrCode text={url} label={join.qr} />
            <p className="join__large-code">{event.joinCode}</p>
          </div>
        </Dialog>
      )}
    </section>
  );
}
