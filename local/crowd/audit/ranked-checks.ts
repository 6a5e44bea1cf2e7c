import type { ShownStanding } from "#domain/board";
import { rank } from "#domain/ranking";
import { type Check, check, difference } from "./check.ts";
import type { Evening, GuestCase } from "./evening.ts";
import type { World } from "./world.ts";

const TOP = 100;
const LATEST = 50;

/** Every number is derived anew from the stored photos and compared with what is stored and shown. */
export function rankedChecks({ world, guests }: Evening): readonly Check[] {
  const { board } = world.testimony;
  const ranked = rank(guests.flatMap(rankedOf));
  const photos = ranked.reduce((sum, { standing }) => sum + standing.photos, 0);
  return [
    check("each standing follows from the guest's photos", guests, wrongStanding),
    check("the board's order is that of the derived ranking", ranked.slice(0, TOP), (one) => {
      const at = ranked.indexOf(one);
      return difference(`place ${one.place}`, shown(board.standings[at]), expectedRow(one));
    }),
    check("nobody else is on the board", board.standings.slice(ranked.length), ({ guestId }) => guestId),
    check("the board shows the latest photos", [world], latestPhotos),
    check("the totals are right", [board.totals], (totals) =>
      difference("totals", totals, { guests: ranked.length, photos }),
    ),
  ];
}

type RankedGuest = GuestCase & { readonly score: number; readonly rankKey: string };

function rankedOf(guest: GuestCase): readonly RankedGuest[] {
  const { score, rankKey } = guest.standing;
  return score === undefined || rankKey === undefined ? [] : [{ ...guest, score, rankKey }];
}

function wrongStanding({ guest, standing }: GuestCase): string | undefined {
  const { score, rankKey, photoId, image, faces, photos } = guest;
  const { best } = standing;
  return difference(
    guest.guestId,
    [score, rankKey, photoId, image, faces, photos],
    [standing.score, standing.rankKey, best?.photoId, best?.image, best?.faces?.length, standing.photos],
  );
}

const shown = (row: ShownStanding | undefined): unknown =>
  row && [row.guestId, row.displayName, row.score, row.photoId, row.photos];

const expectedRow = ({ guest, standing }: RankedGuest): unknown => [
  guest.guestId,
  guest.displayName,
  standing.score,
  standing.best?.photoId,
  standing.photos,
];

function latestPhotos({ photos, event, testimony }: World): string | undefined {
  const newestFirst = photos
    .filter(({ state, eventId }) => state === "shown" && eventId === event.eventId)
    .toSorted((a, b) => b.sentAt - a.sentAt);
  const { photos: found } = testimony.board;
  // Sent in the same millisecond, either may be the fiftieth.
  const oldest = newestFirst[LATEST - 1]?.sentAt ?? 0;
  const possible = new Map(
    newestFirst.filter(({ sentAt }) => sentAt >= oldest).map((one) => [one.photoId, one]),
  );
  const wrong = found.filter(({ photoId, image }) => possible.get(photoId)?.image !== image);
  if (wrong.length > 0) return `not among the latest: ${wrong.map(({ photoId }) => photoId).join(" ")}`;
  return difference("photos", found.length, Math.min(LATEST, newestFirst.length));
}
