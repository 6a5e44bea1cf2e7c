import type { ExportImages } from "#domain/event-export";
import type { ExportPart } from "../shared/event-export/export-job.ts";
import type { CeremonyStore, StoredPhoto } from "../shared/ports/ceremony-store.ts";
import { pictureOf } from "./picture-of.ts";
import { photosOfTerm } from "./photos-of-term.ts";

/** X1: so that every file system and every browser takes it. */
export const MOST_PART_BYTES = 2_000_000_000;

/** Of a screen copy nothing is known but its size in pixels; even noise takes less. */
const MOST_BYTES_PER_PIXEL = 1;
/** What an archive writes around a file, and the tables about it. */
const BYTES_AROUND = 8_000;

/**
 * X1: which photos come in which part, by the time they were sent until `until`. A part ends between two seconds, because
 * the names of files tell no more.
 */
export async function planParts(
  store: Pick<CeremonyStore, "photosOfEvent">,
  wish: { readonly eventId: string; readonly images: ExportImages; readonly until: number },
  mostPartBytes: number,
): Promise<ExportPart[]> {
  const parts: ExportPart[] = [];
  let part = emptyPart;
  for await (const second of secondsOf(photosOfTerm(store, wish.eventId, { from: 0, to: wish.until }))) {
    const bytes = second.photos.reduce((all, photo) => all + bytesOf(photo, wish.images), 0);
    if (part.photos > 0 && part.bytes + bytes > mostPartBytes) {
      parts.push({ ...part, to: second.from - 1 });
      part = { ...emptyPart, from: second.from };
    }
    part = { ...part, photos: part.photos + second.photos.length, bytes: part.bytes + bytes };
  }
  return [...parts, { ...part, to: wish.until }];
}

/** What was sent within the same second. */
async function* secondsOf(photos: AsyncIterable<StoredPhoto>) {
  let second: { readonly from: number; readonly photos: StoredPhoto[] } | undefined;
  for await (const photo of photos) {
    const from = Math.floor(photo.sentAt / 1_000) * 1_000;
    if (second?.from === from) {
      second.photos.push(photo);
      continue;
    }
    if (second !== undefined) yield second;
    second = { from, photos: [photo] };
  }
  if (second !== undefined) yield second;
}

const emptyPart: ExportPart = {
  from: 0,
  to: 0,
  photos: 0,
  bytes: 0,
  attempts: 0,
  isDone: false,
  isTaken: false,
  withdrawn: 0,
};

function bytesOf(photo: StoredPhoto, images: ExportImages): number {
  const { width = 0, height = 0, sizeBytes = 0 } = photo;
  if (pictureOf(photo, images) === undefined) return BYTES_AROUND;
  return BYTES_AROUND + (images === "originals" ? sizeBytes : width * height * MOST_BYTES_PER_PIXEL);
}
