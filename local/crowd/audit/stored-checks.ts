import { toLanguage } from "#domain/language";
import { scoreOf } from "#domain/scoring";
import { type Check, check, difference } from "./check.ts";
import type { Evening, PhotoCase } from "./evening.ts";
import type { StoredPhoto, World } from "./world.ts";

/** Nothing is lost, nothing counted twice, nothing mixed up, nothing kept that was taken back. */
export function storedChecks({ world, sent, photos }: Evening): readonly Check[] {
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
    check("each photo is what the rules make of it", rows, (photo) => wrongFate(world, photo)),
    check(
      "what is kept are the bytes that were sent",
      rows.filter(({ row }) => row.contentHash !== undefined),
      ({ id, row, sent: { contentHash, sizeBytes } }) =>
        difference(id, [row.contentHash, row.sizeBytes], [contentHash, sizeBytes]),
    ),
    check("each score is the sum of its faces", rows, ({ id, row }) =>
      difference(id, row.score, row.state === "hidden" ? 0 : scoreOf(row.faces ?? [])),
    ),
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
  { event }: World,
  { id, picture, row }: PhotoCase & { readonly row: StoredPhoto },
): string | undefined {
  const { fate } = picture;
  // Nobody here can check contents: such a photo waits where the event insists on it.
  const waits = event.policy === "review-first" || event.moderation === "enforce";
  const state = fate === "shown" ? (waits ? "pending" : "shown") : "hidden";
  const reason = fate === "shown" ? undefined : fate;
  const expected = [state, waits && fate === "shown" ? row.reason : reason, picture.faces];
  return difference(`${id} (${picture.name})`, [row.state, row.reason, row.faces?.length ?? 0], expected);
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
