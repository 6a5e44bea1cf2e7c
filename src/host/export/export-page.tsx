import { useState } from "react";
import { EXPORT_KEPT_MS, type ExportImages } from "#domain/event-export";
import { hostExportWords } from "#domain/words/host-export";
import type { HostExport } from "../../backend/host-export.ts";
import type { HostRefusal } from "../../backend/host-refusal.ts";
import { Button } from "../../ui/button.tsx";
import { useToasts } from "../../ui/toasts.tsx";
import { useHostLanguage } from "../shell/language.tsx";
import { PageHead } from "../shell/page-head.tsx";
import { useEventId } from "../shell/use-event-id.ts";
import type { ExportBackend } from "./export-backend.ts";
import { ExportParts } from "./export-parts.tsx";
import { ExportProgress } from "./export-progress.tsx";
import { OrderForm } from "./order-form.tsx";
import { StopDialog } from "./stop-dialog.tsx";
import { type LiveExport, useExport } from "./use-export.ts";
import "./export.css";

/** Takes a whole event away: orders it, tells how far it is, and hands over its parts. */
export function ExportPage({ backend }: { readonly backend: ExportBackend }) {
  const words = hostExportWords[useHostLanguage()];
  const eventId = useEventId();
  const live = useExport(backend, eventId);
  return (
    <div className="export">
      <PageHead title={words.title} hint={words.hint} />
      {live.told === undefined ? (
        <output className="export__waiting">{words.loading}</output>
      ) : (
        <Desk key={eventId} backend={backend} eventId={eventId} live={live} />
      )}
    </div>
  );
}

interface DeskProps {
  readonly backend: ExportBackend;
  readonly eventId: string;
  readonly live: LiveExport;
}

function Desk({ backend, eventId, live: { told, adopt } }: DeskProps) {
  const language = useHostLanguage();
  const words = hostExportWords[language];
  const { say } = useToasts();
  const [busy, setBusy] = useState<"order" | "cancel" | null>(null);
  const [isStopping, setStopping] = useState(false);
  const run = async (what: "order" | "cancel", act: () => Promise<HostExport | HostRefusal>) => {
    setBusy(what);
    const answer = await act().catch(() => null);
    setBusy(null);
    setStopping(false);
    if (answer === null) say(words.notSent);
    else if ("refused" in answer) say(answer.refused === "conflict" ? words.conflict : words.gone);
    else adopt(answer);
  };
  const order = (images: ExportImages) => void run("order", () => backend.order(eventId, images));
  const current = told && isThere(told) ? told : null;
  return (
    <>
      {current !== null && (
        <section className="export__current" aria-label={words.current}>
          <ExportProgress told={current} />
          <ExportParts told={current} backend={backend} eventId={eventId} />
          <div className="export__foot">
            <p className="export__kept">{words.kept(lastDay(current, language))}</p>
            <Button kind="quiet" onClick={() => setStopping(true)}>
              {current.state === "running" ? words.stop : words.remove}
            </Button>
          </div>
        </section>
      )}
      {current?.state !== "running" && (
        <OrderForm isAgain={current !== null} busy={busy === "order"} onOrder={order} />
      )}
      {isStopping && current !== null && (
        <StopDialog
          isRunning={current.state === "running"}
          busy={busy === "cancel"}
          onStop={() => void run("cancel", () => backend.cancel(eventId))}
          onClose={() => setStopping(false)}
        />
      )}
    </>
  );
}

const isThere = ({ state, startedAt }: HostExport): boolean =>
  state !== "superseded" && Date.now() < startedAt + EXPORT_KEPT_MS;

const lastDay = ({ startedAt }: HostExport, language: string): string =>
  new Date(startedAt + EXPORT_KEPT_MS).toLocaleString(language, {
    month: "long",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
  });
