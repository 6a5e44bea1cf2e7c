import type { HostWord } from "#domain/moderation";
import type { PhotoDecision, StoredPhoto } from "../shared/ports/ceremony-store.ts";
import { type HostAction, nothingDone, type RefusedChoice } from "./host-action.ts";
import type { HostPorts } from "./host-ports.ts";
import { settleGuests } from "../shared/settle-guests.ts";
import { type Order, withTrail } from "./trail.ts";

/** What is to be said of a photo, and the photo as it is. */
export interface PhotoWord {
  readonly photo: StoredPhoto;
  /** Undefined: as the rules have it. */
  readonly says: HostWord | undefined;
}

/** One photo in the trail. */
export interface TrailedPhoto {
  readonly guestId: string;
  readonly hostSays: HostWord | null;
}

/** M8: decides each photo unless another host has decided since it was looked at. */
export async function decidePhotos(
  ports: HostPorts,
  order: Order & { readonly undoes?: string },
  words: readonly PhotoWord[],
  refused: readonly RefusedChoice[],
): Promise<HostAction> {
  if (words.length === 0) return nothingDone(refused);
  const { eventId, undoes } = order;
  const planned = { ...changeOf(words), ...(undoes !== undefined && { undoes }) };
  const subject = words.length === 1 ? (words[0]?.photo.photoId ?? "") : String(words.length);
  return withTrail(ports, order, subject, planned, async (entryId, at) => {
    const won = await settleGuests(
      ports,
      eventId,
      words.map(({ photo }) => photo.guestId),
      () =>
        Promise.all(
          words.map(({ photo, says }) => {
            const count = (photo.decision?.count ?? 0) + 1;
            const decision = { by: order.actorName, at, entryId, count, ...(says !== undefined && { says }) };
            return ports.hosts.decidePhoto(photo, decision, earlierOf(photo));
          }),
        ),
    );
    const done = words.filter((_, index) => won[index] === true);
    const late = words
      .filter((_, index) => won[index] !== true)
      .map(({ photo }) => ({ id: photo.photoId, why: "changed" as const }));
    const all = [...refused, ...late];
    if (done.length === 0) return { result: nothingDone(all) };
    const result = { entryId, done: done.map(({ photo }) => photo.photoId), refused: all };
    return { result, change: changeOf(done) };
  });
}

/** The trail keeps all; with the photo stay the latest. */
const REMEMBERED = 9;

function earlierOf({ decision, earlierDecisions = [] }: StoredPhoto): readonly PhotoDecision[] {
  return decision === undefined ? [] : [...earlierDecisions, decision].slice(-REMEMBERED);
}

/** By photo id, so that an undo finds each. */
function changeOf(words: readonly PhotoWord[]) {
  const told = (wordOf: (word: PhotoWord) => HostWord | undefined): Readonly<Record<string, TrailedPhoto>> =>
    Object.fromEntries(
      words.map((word) => [
        word.photo.photoId,
        { guestId: word.photo.guestId, hostSays: wordOf(word) ?? null },
      ]),
    );
  return { before: told(({ photo }) => photo.decision?.says), after: told(({ says }) => says) };
}
