import { useState } from "react";
import { useLocation } from "react-router";
import { joinUrl } from "#domain/join-code";
import { type Language, languages } from "#domain/language";
import { hostPrintWords } from "#domain/words/host-print";
import type { HostEvent } from "../../backend/host-event-shapes.ts";
import { useBotId } from "../events/use-bot-id.ts";
import { useEvent } from "../events/use-event.ts";
import { useHostLanguage } from "../shell/language.tsx";
import { Message } from "../shell/message.tsx";
import { SignalsProvider } from "../shell/signals.tsx";
import { useEventId } from "../shell/use-event-id.ts";
import { useTitle } from "../shell/use-title.ts";
import { CardSheet } from "./card-sheet.tsx";
import { paperOf } from "./paper.ts";
import { PosterSheet } from "./poster-sheet.tsx";
import type { PrintBackend } from "./print-backend.ts";
import { PrintTools } from "./print-tools.tsx";
import { ResultSheet } from "./result-sheet.tsx";
import "./print.css";
import "./sheets.css";

/** What an event has on paper: on the screen as it comes out of the printer. */
export function PrintPage({ backend }: { readonly backend: PrintBackend }) {
  const words = hostPrintWords[useHostLanguage()];
  const { event } = useEvent(backend, useEventId());
  if (event === undefined) return <p className="print__wait">{words.loading}</p>;
  if (event === null)
    return (
      <main>
        <Message title={words.gone} />
      </main>
    );
  return (
    <SignalsProvider>
      <Desk event={event} backend={backend} />
    </SignalsProvider>
  );
}

function Desk({ event, backend }: { readonly event: HostEvent; readonly backend: PrintBackend }) {
  const words = hostPrintWords[useHostLanguage()];
  const paper = paperOf(useLocation().hash);
  const basicId = useBotId(backend.botBasicId);
  const [chosen, setChosen] = useState<readonly Language[]>([event.language]);
  const spoken = inOrder(event.language, chosen);
  useTitle([words.papers[paper], event.title]);
  const url = basicId === undefined || basicId === null ? null : joinUrl(basicId, event.joinCode);
  return (
    <div className="print">
      <PrintTools event={event} paper={paper} chosen={chosen} onChoose={setChosen} />
      <main className="print__papers" id="main" tabIndex={-1}>
        <h1 className="unseen">{`${words.papers[paper]} ${event.title}`}</h1>
        {paper === "result" && <ResultSheet event={event} backend={backend} />}
        {paper !== "result" && basicId === null && <p className="print__wait">{words.noBot}</p>}
        {paper === "cards" && url !== null && <CardSheet event={event} url={url} spoken={spoken} />}
        {paper === "poster" && url !== null && <PosterSheet event={event} url={url} spoken={spoken} />}
      </main>
    </div>
  );
}

/** The event's language first. */
function inOrder(first: Language, chosen: readonly Language[]): readonly Language[] {
  return [first, ...languages.filter((language) => language !== first)].filter((language) =>
    chosen.includes(language),
  );
}
