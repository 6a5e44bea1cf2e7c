import type { PhotoState } from "./photo.ts";

/** What a picture is known by. */
export interface Fingerprint {
  /** SHA-256 of the bytes, hexadecimal. */
  readonly contentHash: string;
  /** 64 bits of what the picture looks like, 16 hexadecimal digits; missing when it could not be decoded. */
  readonly lookHash?: string;
}

/** A photo of the same event as far as duplicates go. */
export interface KnownPhoto extends Fingerprint {
  readonly photoId: string;
  readonly guestId: string;
  readonly state: PhotoState;
  /** LINE's time stamp, milliseconds since the epoch. */
  readonly sentAt: number;
}

export type Likeness = "same-bytes" | "same-look" | "near-look";

/** Which earlier photo a photo repeats, and how much alike they are. */
export interface Duplicate {
  readonly of: string;
  readonly likeness: Likeness;
}

/** D2: as measured in docs/decisions/0009: more would take a picture with one person fewer for the same. */
export const NEAR_BITS = 6;

/**
 * D1–D3: the earliest photo of the event that this one repeats. `others` may hold the photo itself, any photos of the
 * guest, and whatever an index found under the same hashes.
 */
export function duplicateOf(photo: KnownPhoto, others: readonly KnownPhoto[]): Duplicate | undefined {
  const [first] = others
    .filter(
      (other) => other.photoId !== photo.photoId && other.state !== "removed" && isEarlier(other, photo),
    )
    .flatMap((other) => {
      const likeness = likenessOf(photo, other);
      return likeness === undefined ? [] : [{ other, likeness }];
    })
    .toSorted((a, b) => (isEarlier(a.other, b.other) ? -1 : 1));
  return first && { of: first.other.photoId, likeness: first.likeness };
}

/** D1, D2, D3 */
function likenessOf(photo: KnownPhoto, other: KnownPhoto): Likeness | undefined {
  if (photo.contentHash === other.contentHash) return "same-bytes";
  if (photo.lookHash === undefined || other.lookHash === undefined) return undefined;
  const distance = bitsBetween(photo.lookHash, other.lookHash);
  if (distance === 0) return "same-look";
  return photo.guestId === other.guestId && distance <= NEAR_BITS ? "near-look" : undefined;
}

/** D5: by LINE's time stamp, then by id: the same answer on every machine, whatever arrives first. */
function isEarlier(photo: KnownPhoto, other: KnownPhoto): boolean {
  return photo.sentAt === other.sentAt ? photo.photoId < other.photoId : photo.sentAt < other.sentAt;
}

/** In how many of 64 bits two hashes differ. */
export function bitsBetween(hash: string, other: string): number {
  return [0, 8].reduce((bits, from) => bits + ones(half(hash, from) ^ half(other, from)), 0);
}

const half = (hash: string, from: number): number => Number.parseInt(hash.slice(from, from + 8), 16);

function ones(word: number): number {
  let bits = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) bits += 1;
  return bits;
}
