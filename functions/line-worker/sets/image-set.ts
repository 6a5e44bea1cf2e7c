import { bySending } from "#domain/photo-limit";
import type { StoredPhoto } from "../../shared/ports/ceremony-store.ts";
import type { ImageSet, PhotoMessage } from "../guest-event.ts";

/** A4: where LINE does not tell how many photos were sent together, the last one known closes the set by then. */
const CLOSED_AFTER_MS = 8_000;
/** Somewhat before the reminder: whoever is read later waits for nobody. */
const LATE_MS = 30_000;

export type SetMessage = PhotoMessage & { readonly imageSet: ImageSet };

export const isOfSet = (message: PhotoMessage): message is SetMessage => message.imageSet !== undefined;

/** What a photo keeps of the set that it was sent in. */
export function keptOfSet(imageSet: ImageSet | undefined): Pick<StoredPhoto, "imageSetId" | "imageSetIndex"> {
  if (imageSet === undefined) return {};
  const { id, index } = imageSet;
  return { imageSetId: id, ...(index !== undefined && { imageSetIndex: index }) };
}

/** A4: the photos of a set that are known, those taken back included, in the order in which they were chosen. */
export function membersOf(photos: readonly StoredPhoto[], { id }: ImageSet): readonly StoredPhoto[] {
  return photos.filter(({ imageSetId }) => imageSetId === id).toSorted(byChoice);
}

function byChoice(photo: StoredPhoto, other: StoredPhoto): number {
  const [index = 0, otherIndex = 0] = [photo.imageSetIndex, other.imageSetIndex];
  return index - otherIndex || bySending(photo, other);
}

/** A4: whether the photo of this message, which is settled, answers for its set with what is known of it. */
export function answersForSet(
  members: readonly StoredPhoto[],
  { imageSet: { total }, photoId, sentAt }: SetMessage,
  now: number,
): boolean {
  const ageMs = now - sentAt;
  if (ageMs >= LATE_MS) return true;
  if (total !== undefined) return members.length >= total;
  return ageMs >= CLOSED_AFTER_MS && isLastKnown(members, photoId);
}

export const isLastKnown = (members: readonly StoredPhoto[], photoId: string): boolean =>
  members.toSorted(bySending).at(-1)?.photoId === photoId;
