import { useEffect, useMemo } from "react";
import { hostReportWords } from "#domain/words/host-report";
import type { HostEvent } from "../../backend/host-event-shapes.ts";
import { useEvent } from "../events/use-event.ts";
import type { NumbersBackend } from "../numbers/numbers-backend.ts";
import { useEvening } from "../numbers/use-evening.ts";
import { PictureShelf } from "../queue/picture-shelf.ts";
import { ShelfContext } from "../queue/use-pictures.ts";
import { useHostLanguage } from "../shell/language.tsx";
import { Message } from "../shell/message.tsx";
import { SignalsProvider } from "../shell/signals.tsx";
import { useEventId } from "../shell/use-event-id.ts";
import { useTitle } from "../shell/use-title.ts";
import { Keepsake } from "./keepsake.tsx";
import { PictureCountContext, usePictureCount } from "./picture-count.ts";
import { ReportTools } from "./report-tools.tsx";
import "./report.css";

/** V7: the report of an evening, to print and to keep: on the screen as it comes out of the printer. */
export function ReportPage({ backend }: { readonly backend: NumbersBackend }) {
  const words = hostReportWords[useHostLanguage()];
  const { watchEvent } = backend;
  const { event } = useEvent(
    useMemo(() => ({ watch: watchEvent }), [watchEvent]),
    useEventId(),
  );
  if (event === undefined) return <p className="report__wait">{words.loading}</p>;
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

function Desk({ event, backend }: { readonly event: HostEvent; readonly backend: NumbersBackend }) {
  const words = hostReportWords[useHostLanguage()];
  const evening = useEvening(event, backend);
  const [count, pictures] = usePictureCount();
  const shelf = useEveryPicture(event.eventId, backend);
  useTitle([words.title, event.title]);
  const isEmpty = evening.isWhole && evening.numbers.photos === 0;
  return (
    <div className="report">
      <ReportTools event={event} pictures={pictures} isReady={evening.isWhole && !isEmpty} />
      <main className="report__papers" id="main" tabIndex={-1}>
        {evening.isWhole && !isEmpty ? (
          <ShelfContext value={shelf}>
            <PictureCountContext value={count}>
              <Keepsake event={event} evening={evening} />
            </PictureCountContext>
          </ShelfContext>
        ) : (
          <>
            <h1 className="unseen">{`${words.title} ${event.title}`}</h1>
            <p className="report__wait">{isEmpty ? words.none : words.loading}</p>
          </>
        )}
      </main>
    </div>
  );
}

/** All of them are on the paper at once: none is forgotten for another. */
function useEveryPicture(
  eventId: string,
  { readPictures }: Pick<NumbersBackend, "readPictures">,
): PictureShelf {
  const shelf = useMemo(
    () => new PictureShelf((names) => readPictures(eventId, names), Number.POSITIVE_INFINITY),
    [eventId, readPictures],
  );
  useEffect(() => () => shelf.stop(), [shelf]);
  return shelf;
}
