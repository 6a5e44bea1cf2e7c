import { points } from "#domain/scoring";
import type { HostEvent } from "../../backend/host-event-shapes.ts";
import type { Evening } from "../numbers/use-evening.ts";
import { Cord } from "../print/cord.tsx";
import { KeepsakePicture } from "./keepsake-picture.tsx";
import type { Told } from "./told.ts";

const MINUTE_MS = 60_000;

interface Props {
  readonly event: HostEvent;
  readonly evening: Evening;
  readonly told: Told;
}

/** The title, the day, the happiest photo and what all of it came to. */
export function CoverLeaf({ event, evening: { numbers, photos }, told: { words, named } }: Props) {
  const { happiestPhoto, smiles, guests } = numbers;
  const sentAt = photos.flatMap((photo) => (photo.state === "shown" ? [photo.sentAt] : []));
  const first = sentAt.reduce((a, b) => Math.min(a, b), sentAt[0] ?? event.opensAt);
  const last = sentAt.reduce((a, b) => Math.max(a, b), first);
  const minutes = Math.max(1, Math.round((last - first) / MINUTE_MS));
  return (
    <header className="leaf leaf--cover">
      <p className="keepsake__kicker">{words.kicker}</p>
      <h1 className="keepsake__title">
        <bdi>{event.title}</bdi>
      </h1>
      <Cord />
      <p className="keepsake__day">{words.day(first)}</p>
      {happiestPhoto !== null && (
        <figure className="keepsake__best">
          <KeepsakePicture photo={happiestPhoto} copy="display" alt={words.pictureOf(named(happiestPhoto))} />
          <figcaption>
            {words.bestPhoto}
            <strong>
              <bdi>{named(happiestPhoto)}</bdi> <span>{points(happiestPhoto.score)}</span>
            </strong>
          </figcaption>
        </figure>
      )}
      <p className="keepsake__lead">{words.lead(numbers.photos, smiles)}</p>
      <p className="keepsake__sent">{words.sentBy(guests, words.lasted(minutes))}</p>
    </header>
  );
}
