import type { NumbersPhoto } from "./numbers-photo.ts";

/** What a message tells of a photo: not everything that numbers are made of. */
export type HeardPhoto = Pick<
  NumbersPhoto,
  "photoId" | "guestId" | "displayName" | "sentAt" | "state" | "score" | "faceCount" | "version"
>;

interface Known {
  readonly photo: NumbersPhoto;
  /** False: it was only heard of, and what was read on its faces is not known. */
  readonly isWhole: boolean;
  /** Milliseconds since the epoch. */
  readonly heardAt: number;
}

/** What is known of an event's photos, by id; those that were taken back are kept, so that nothing revives them. */
export type KnownPhotos = ReadonlyMap<string, Known>;

export const noPhotos: KnownPhotos = new Map();

/** A page may come from an index a moment behind the messages. */
const INDEX_LAG_MS = 5_000;

/** B1–B3: takes a page that was asked for then; of the same version what is read knows more than what is heard. */
export function withRead(known: KnownPhotos, photos: readonly NumbersPhoto[], askedAt: number): KnownPhotos {
  const next = new Map(known);
  for (const photo of photos) {
    const before = next.get(photo.photoId);
    if (before !== undefined && before.photo.version > photo.version) continue;
    next.set(photo.photoId, { photo, isWhole: true, heardAt: Math.max(askedAt, before?.heardAt ?? 0) });
  }
  return next;
}

/** B1, B2: takes messages in any order. A photo whose faces are known stays whole, as long as they are as many. */
export function withHeard(known: KnownPhotos, heard: readonly HeardPhoto[], now: number): KnownPhotos {
  const next = new Map(known);
  for (const told of heard) {
    const before = next.get(told.photoId);
    if (before !== undefined && before.photo.version >= told.version) continue;
    const isWhole = before?.isWhole === true && before.photo.faceCount === told.faceCount;
    const { smiles, missions, emotions } = isWhole ? before.photo : unread;
    next.set(told.photoId, { photo: { ...told, smiles, missions, emotions }, isWhole, heardAt: now });
  }
  return next;
}

const unread: Pick<NumbersPhoto, "smiles" | "missions" | "emotions"> = {
  smiles: 0,
  missions: [],
  emotions: {},
};

/** B4: what a reading of all photos that began then did not hold is gone. */
export function withoutMissing(known: KnownPhotos, held: ReadonlySet<string>, beganAt: number): KnownPhotos {
  const next = new Map(known);
  for (const [photoId, { heardAt }] of known)
    if (!held.has(photoId) && heardAt < beganAt - INDEX_LAG_MS) next.delete(photoId);
  return next.size === known.size ? known : next;
}

/** Whether a photo is shown that is still to be read: until then it is in no number (V1). */
export function lacksPhotos(known: KnownPhotos): boolean {
  for (const { photo, isWhole } of known.values()) if (!isWhole && photo.state === "shown") return true;
  return false;
}

/** Those that numbers can be made of. */
export function wholePhotos(known: KnownPhotos): readonly NumbersPhoto[] {
  const photos: NumbersPhoto[] = [];
  for (const { photo, isWhole } of known.values()) if (isWhole || photo.state !== "shown") photos.push(photo);
  return photos;
}
