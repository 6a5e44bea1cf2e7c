import { type EveningTime, eveningTime, pieceOf } from "./evening-time.ts";
import { type EmotionType, emotionTypes } from "./face.ts";
import { happiestGroup, happiestPhoto, happinessOf, type NumbersPhoto } from "./numbers-photo.ts";
import { type Share, sharesOf } from "./shares.ts";

/** What happened in one piece of time. */
export interface Piece {
  /** Milliseconds since the epoch. */
  readonly beginsAt: number;
  readonly photos: number;
  readonly faces: number;
  /** V3: 0–100; null where there was no face. */
  readonly happiness: number | null;
}

/** V1–V4, V6: an evening in numbers. */
export interface Numbers {
  readonly photos: number;
  readonly faces: number;
  readonly smiles: number;
  /** V3: 0–100; null without faces. */
  readonly happiness: number | null;
  /** V4: guests with a photo in the numbers. */
  readonly guests: number;
  /** V1: how many photos wait for a host, and how many are hidden. */
  readonly pending: number;
  readonly hidden: number;
  /** V2: null while there is no photo. */
  readonly time: EveningTime | null;
  readonly pieces: readonly Piece[];
  /** The piece with the most photos, the first of equal ones. */
  readonly busiest: Piece | null;
  /** V3: the happiest piece, of those with at least ten faces, if there are any. */
  readonly happiest: Piece | null;
  /** V3: strongest first, those only that were read on some face. */
  readonly emotions: readonly { readonly type: EmotionType; readonly mean: number }[];
  /** How many photos have so many faces, without gaps. */
  readonly facesPerPhoto: readonly Share[];
  /** How many guests sent so many photos, without gaps. */
  readonly photosPerGuest: readonly Share[];
  /** V6 */
  readonly happiestPhoto: NumbersPhoto | null;
  readonly happiestGroup: NumbersPhoto | null;
}

const MOST_FACES_TOLD = 10;
const MOST_PHOTOS_TOLD = 8;

/** V1–V4, V6. The order of the photos changes nothing. `zoneMs`: how far the hall's clock is ahead of the epoch's. */
export function numbersOf(photos: Iterable<NumbersPhoto>, zoneMs: number): Numbers {
  const tally = new Tally();
  let [pending, hidden] = [0, 0];
  for (const photo of photos) {
    if (photo.state === "shown") tally.add(photo);
    else if (photo.state === "pending") pending += 1;
    else if (photo.state === "hidden") hidden += 1;
  }
  const { shown, faces, smiles, guests, faceCounts } = tally;
  const time = shown.length === 0 ? null : eveningTime(tally.firstAt, tally.lastAt, zoneMs);
  const pieces = time === null ? [] : piecesOf(shown, time);
  return {
    photos: shown.length,
    faces,
    smiles,
    happiness: faces === 0 ? null : tally.emotionOf("HAPPY"),
    guests: guests.size,
    pending,
    hidden,
    time,
    pieces,
    busiest: pieces.reduce<Piece | null>(
      (most, one) => (one.photos > (most?.photos ?? 0) ? one : most),
      null,
    ),
    happiest: happiestOf(pieces),
    emotions: emotionsOf(tally),
    facesPerPhoto: sharesOf(faceCounts, MOST_FACES_TOLD),
    photosPerGuest: sharesOf(guests.values(), MOST_PHOTOS_TOLD),
    happiestPhoto: happiestPhoto(shown),
    happiestGroup: happiestGroup(shown),
  };
}

/** Goes through the shown photos once. */
class Tally {
  readonly shown: NumbersPhoto[] = [];
  readonly faceCounts: number[] = [];
  /** How many photos each of them sent. */
  readonly guests = new Map<string, number>();
  readonly #sums = new Map<EmotionType, number>();
  faces = 0;
  smiles = 0;
  firstAt = Number.POSITIVE_INFINITY;
  lastAt = Number.NEGATIVE_INFINITY;

  add(photo: NumbersPhoto): void {
    const { guestId, sentAt, faceCount, emotions } = photo;
    this.shown.push(photo);
    this.faceCounts.push(faceCount);
    this.guests.set(guestId, (this.guests.get(guestId) ?? 0) + 1);
    this.faces += faceCount;
    this.smiles += photo.smiles;
    this.firstAt = Math.min(this.firstAt, sentAt);
    this.lastAt = Math.max(this.lastAt, sentAt);
    for (const type of emotionTypes) {
      const mean = emotions[type];
      if (mean !== undefined) this.#sums.set(type, (this.#sums.get(type) ?? 0) + mean * faceCount);
    }
  }

  emotionOf(type: EmotionType): number {
    return (this.#sums.get(type) ?? 0) / this.faces;
  }

  wasRead(type: EmotionType): boolean {
    return this.#sums.has(type);
  }
}

function emotionsOf(tally: Tally): Numbers["emotions"] {
  if (tally.faces === 0) return [];
  return emotionTypes
    .filter((type) => tally.wasRead(type))
    .map((type) => ({ type, mean: tally.emotionOf(type) }))
    .toSorted((a, b) => b.mean - a.mean);
}

/** V3: a single happy face is no happy time. */
const ENOUGH_FACES = 10;

function happiestOf(pieces: readonly Piece[]): Piece | null {
  const large = pieces.filter(({ faces }) => faces >= ENOUGH_FACES);
  return (large.length > 0 ? large : pieces).reduce<Piece | null>(
    (best, piece) => ((piece.happiness ?? -1) > (best?.happiness ?? -1) ? piece : best),
    null,
  );
}

function piecesOf(shown: readonly NumbersPhoto[], time: EveningTime): readonly Piece[] {
  const sums = Array.from({ length: time.pieces }, () => ({ photos: 0, faces: 0, happiness: 0 }));
  for (const photo of shown) {
    const sum = sums[pieceOf(time, photo.sentAt)];
    if (sum === undefined) continue;
    sum.photos += 1;
    sum.faces += photo.faceCount;
    sum.happiness += happinessOf(photo) * photo.faceCount;
  }
  return sums.map(({ photos, faces, happiness }, index) => ({
    beginsAt: time.beginsAt + index * time.pieceMs,
    photos,
    faces,
    happiness: faces === 0 ? null : happiness / faces,
  }));
}
