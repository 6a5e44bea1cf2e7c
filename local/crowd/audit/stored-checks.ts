import { toLanguage } from "#domain/language";
import { scoreOf } from "#domain/scoring";
import { type Check, check, difference } from "./check.ts";
import type { PictureFate } from "../pictures.ts";
import type { Evening, PhotoCase } from "./evening.ts";
import type { StoredPhoto, World } from "./world.ts";

/** Nothing is lost, nothing counted twice, nothing mixed up, nothing kept that was taken back. */
export function storedChecks(evening: Evening): readonly Check[] {
  const { world, sent, photos } = evening;
  const kept = photos.filter((photo) => photo.isAccepted && !photo.sent.isUnsent);
  const rows = kept.flatMap(({ row, ...photo }) => (row === undefined ? [] : [{ ...photo, row }]));
  const unsent = photos.filter((photo) => photo.isAccepted && photo.sent.isUnsent);
  const ids = new Set(sent.photos.map(({ photoId }) => photoId));
  const ours = guestIdsOf(world, new Set(sent.guests.map(({ lineUserId }) => lineUserId)));
  return [
    check("each accepted photo is stored once", kept, ({ id, rows: found }) =>
      found.length === 1 ? undefined : `${id} ${found.length} times`,
    ),
    check(
      "nothing is stored that nobody sent",
      world.photos.filter(({ guestId }) => ours.has(guestId)),
      ({ photoId }) => (ids.has(photoId) ? undefined : photoId),
    ),
    check("each photo belongs to its guest", rows, ({ id, row, sender }) =>
      world.guests.some((guest) => guest.guestId === row.guestId && guest.lineUserId === sender.lineUserId)
        ? undefined
        : id,
    ),
    check("each photo is what the rules make of it", rows, (photo) => wrongFate(evening, photo)),
    check(
      "what is kept are the bytes that were sent",
      rows.filter(({ row }) => row.contentHash !== undefined),
      ({ id, row, sent: { contentHash, sizeBytes } }) =>
        difference(id, [row.contentHash, row.sizeBytes], [contentHash, sizeBytes]),
    ),
    check("each score is the sum of its faces", rows, ({ id, row }) =>
      difference(id, row.score, scoreOf(row.faces ?? [])),
    ),
    check("each photo bears its guest's name", rows, ({ id, row }) => {
      const guest = world.guests.find(({ guestId }) => guestId === row.guestId);
      return difference(id, row.displayName, guest?.displayName);
    }),
    check("each photo went its whole way", rows, ({ id, row }) => difference(id, row.step, "answered")),
    check("a photo taken back leaves nothing", unsent, whatIsLeft),
    check("each guest is there once, in the own language", guestsOf(kept), ({ id, sender }) => {
      const found = world.guests.filter(
        ({ lineUserId, eventId }) => lineUserId === sender.lineUserId && eventId === world.event.eventId,
      );
      const [guest] = found;
      if (guest === undefined || found.length > 1) return `${found.length} guests for photo ${id}`;
      if (sender.hasBlocked) return undefined;
      const { language, displayName } = sender;
      return difference(
        guest.guestId,
        [guest.language, guest.displayName],
        [toLanguage(language), displayName],
      );
    }),
  ];
}

function guestIdsOf({ guests }: World, lineUserIds: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(guests.filter((guest) => lineUserIds.has(guest.lineUserId)).map(({ guestId }) => guestId));
}

/** One photo of each sender. */
function guestsOf(photos: readonly PhotoCase[]): readonly PhotoCase[] {
  return [...new Map(photos.map((photo) => [photo.sender.lineUserId, photo])).values()];
}

function wrongFate(
  { world, repeats }: Evening,
  { id, picture, row, hostSays }: PhotoCase & { readonly row: StoredPhoto },
): string | undefined {
  const found = [row.state, row.reason, row.faces?.length ?? 0, row.image !== undefined];
  const { state, reason } =
    wordOf(hostSays, picture.fate) ?? fateOf(world, picture.fate, repeats.has(id), row);
  return difference(`${id} (${picture.name})`, found, [state, reason, picture.faces, state === "shown"]);
}

/** M6: a host's word stands above all but what could not be read. */
function wordOf(
  says: PhotoCase["hostSays"],
  fate: PictureFate,
): Pick<StoredPhoto, "state" | "reason"> | undefined {
  if (says === undefined || (fate !== "shown" && fate !== "no-face")) return undefined;
  return says === "show" ? { state: "shown" } : { state: "hidden", reason: "hidden-by-host" };
}

function fateOf(
  { event }: World,
  fate: PictureFate,
  isRepeat: boolean,
  row: StoredPhoto,
): Pick<StoredPhoto, "state" | "reason"> {
  if (fate !== "shown") return { state: "hidden", reason: fate };
  if (isRepeat) return { state: "hidden", reason: "duplicate" };
  // Nobody here can check contents: such a photo waits where the event insists on it.
  if (event.policy === "review-first" || event.moderation === "enforce")
    return { state: "pending", ...(row.reason !== undefined && { reason: row.reason }) };
  return { state: "shown" };
}

function whatIsLeft({ id, rows, tombstone }: PhotoCase): string | undefined {
  if (tombstone === undefined) return `${id}: the bot knows nothing of it`;
  const left = rows.filter(
    (row) =>
      row.state !== "removed" ||
      row.image !== undefined ||
      row.original !== undefined ||
      row.faces !== undefined ||
      row.score !== 0,
  );
  if (rows.length > 1 || left.length > 0) return `${id}: ${rows.map(({ state }) => state).join()}`;
  return undefined;
}
