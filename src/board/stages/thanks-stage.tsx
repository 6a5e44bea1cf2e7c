import { lazy, Suspense } from "react";
import { type BoardHead, type BoardState, totalsOf } from "#domain/board";
import { toLanguage } from "#domain/language";
import type { BoardWords } from "#domain/words/board";
import { loadLate } from "../../ui/load-late.ts";
import { useBoardBackend } from "../board-backend.ts";
import { PhotoFrame } from "../photo-frame.tsx";
import { PlumKnot } from "../plum-knot.tsx";
import { useEveryPhoto } from "../use-every-photo.ts";
import { prizeAt, prizesOf } from "./prize-turns.ts";
import { useServerClock } from "./use-server-clock.ts";
import { useWall } from "./use-wall.ts";

/** Fetched while other stages are on: only some evenings give prizes, and only at their end. */
const prizeCard = loadLate(() => import("./prize-card.tsx"));
const PrizeCard = lazy(async () => ({ default: (await prizeCard).PrizeCard }));

/** Three rows of eight, behind the words. */
const TILES = 24;
/** A photo melts into the next one slowly. */
const DEVELOP_MS = 2_400;

interface Props {
  readonly boardId: string;
  readonly state: BoardState;
  readonly words: BoardWords;
}

/** The last picture of the evening: everybody, slowly changing, side prizes one by one, and a word of thanks. */
export function ThanksStage({ boardId, state, words }: Props) {
  const photos = useEveryPhoto(boardId, state);
  const { cells } = useWall(photos, TILES);
  const { imageUrl } = useBoardBackend();
  const totals = totalsOf(state);
  const { awards = [], ...clock } = state.stage ?? {};
  const prize = prizeAt(prizesOf(awards, photos), useServerClock(clock));
  const hung = cells.flatMap((photoId) => (photoId === null ? [] : (photos.get(photoId) ?? [])));
  const thanks = <ThanksCard title={state.head?.title ?? ""} totals={totals} words={words} />;
  return (
    <section className="thanks">
      <ul className="thanks__mosaic" aria-hidden="true" data-is-sparse={hung.length < TILES / 2}>
        {/* While there are few photos they hang there more than once. */}
        {Array.from({ length: hung.length === 0 ? 0 : TILES }, (_, cell) => {
          const photo = hung[cell % hung.length];
          if (photo === undefined) return null;
          const { image, faces, displayName } = photo;
          return (
            <li key={cell}>
              <PhotoFrame
                picture={{ url: imageUrl(image, "thumbnail"), faces }}
                name={displayName}
                developMs={DEVELOP_MS}
              />
            </li>
          );
        })}
      </ul>
      {prize === undefined ? (
        thanks
      ) : (
        <Suspense fallback={thanks}>
          <PrizeCard
            key={prize.award.award}
            {...prize}
            language={state.head?.language ?? toLanguage(navigator.language)}
          />
        </Suspense>
      )}
    </section>
  );
}

interface CardProps {
  readonly title: string;
  readonly totals: BoardHead["totals"];
  readonly words: BoardWords;
}

function ThanksCard({ title, totals, words }: CardProps) {
  return (
    <div className="thanks__card">
      <PlumKnot className="thanks__knot" />
      <p className="thanks__event">
        <bdi>{title}</bdi>
      </p>
      <h1 className="thanks__title">{words.thanksTitle}</h1>
      <p className="thanks__totals">{words.thanksTotals(totals.guests, totals.photos)}</p>
    </div>
  );
}
