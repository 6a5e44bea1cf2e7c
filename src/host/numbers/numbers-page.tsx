import { useEffect, useMemo } from "react";
import { hostNumbersWords } from "#domain/words/host-numbers";
import type { HostEvent } from "../../backend/host-event-shapes.ts";
import { useEvent } from "../events/use-event.ts";
import { PictureShelf } from "../queue/picture-shelf.ts";
import { ShelfContext } from "../queue/use-pictures.ts";
import { useHostLanguage } from "../shell/language.tsx";
import { PageHead } from "../shell/page-head.tsx";
import { useEventId } from "../shell/use-event-id.ts";
import { ClimbChart } from "./charts/climb-chart.tsx";
import { EmotionsChart } from "./charts/emotions-chart.tsx";
import { HappinessChart } from "./charts/happiness-chart.tsx";
import { PhotosChart } from "./charts/photos-chart.tsx";
import { HappiestPhotos } from "./happiest-photos.tsx";
import type { NumbersBackend } from "./numbers-backend.ts";
import { FacesChart, GuestsChart } from "./shares.tsx";
import { StatTiles } from "./stat-tiles.tsx";
import { useEvening } from "./use-evening.ts";
import "./numbers.css";

/** V1–V6: the evening in numbers and charts, while it happens and afterwards. */
export function NumbersPage({ backend }: { readonly backend: NumbersBackend }) {
  const words = hostNumbersWords[useHostLanguage()];
  const eventId = useEventId();
  const { watchEvent } = backend;
  const { event } = useEvent(
    useMemo(() => ({ watch: watchEvent }), [watchEvent]),
    eventId,
  );
  return (
    <div className="numbers">
      <PageHead title={words.title} hint={words.hint}>
        <a className="button button--plain" href={`/report/${eventId}`} target="_blank" rel="noreferrer">
          {words.report}
        </a>
      </PageHead>
      {event ? (
        <Counted event={event} backend={backend} />
      ) : (
        <output className="numbers__wait">{words.loading}</output>
      )}
    </div>
  );
}

function Counted({ event, backend }: { readonly event: HostEvent; readonly backend: NumbersBackend }) {
  const language = useHostLanguage();
  const words = hostNumbersWords[language];
  const evening = useEvening(event, backend);
  const shelf = useShelf(event.eventId, backend);
  const { numbers, climb, isWhole, photos } = evening;
  if (numbers.photos === 0) {
    return (
      <output className="numbers__wait">
        {isWhole ? (
          <>
            <strong>{words.none}</strong>
            <span>{words.noneHint}</span>
          </>
        ) : (
          words.loading
        )}
      </output>
    );
  }
  const chart = { numbers, language };
  return (
    <ShelfContext value={shelf}>
      <StatTiles evening={evening} language={language} />
      <output className="numbers__note">{isWhole ? words.clockNote : words.reading(photos.length)}</output>
      <div className="numbers__charts">
        <PhotosChart {...chart} />
        <HappinessChart {...chart} />
        <ClimbChart {...chart} climb={climb} />
        <EmotionsChart {...chart} />
        <FacesChart {...chart} />
        <GuestsChart {...chart} guests={evening.guests} />
        <HappiestPhotos evening={evening} />
      </div>
    </ShelfContext>
  );
}

function useShelf(eventId: string, { readPictures }: Pick<NumbersBackend, "readPictures">): PictureShelf {
  const shelf = useMemo(
    () => new PictureShelf((names) => readPictures(eventId, names)),
    [eventId, readPictures],
  );
  useEffect(() => () => shelf.stop(), [shelf]);
  return shelf;
}
