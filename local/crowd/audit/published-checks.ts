import { grouped } from "#domain/grouped";
import {
  type BoardSnapshot,
  type BoardState,
  emptyBoard,
  photosOf,
  rankingOf,
  readSnapshot,
  SNAPSHOT_PHOTOS,
} from "#domain/board";
import type { Testimony } from "../board-witness.ts";
import { type Check, check } from "./check.ts";
import type { Evening } from "./evening.ts";

const TOP = 100;
const lineUserId = /U[0-9a-f]{32}/;

/** What a screen heard from the beginning to the end. */
export function publishedChecks({ world, sent }: Evening, isHealthy: boolean): readonly Check[] {
  const { heard, before, after, board, text } = world.testimony;
  const known = new Set(sent.guests.map((guest) => guest.lineUserId));
  const isPrivate = (words: string): boolean =>
    lineUserId.test(words) || [...known].some((id) => words.includes(id));
  const versions = grouped(heard, ({ id, version }) => `${id} version ${version}`);
  const screen = pictureOf(after, board);
  const fresh = pictureOf(readSnapshot(emptyBoard, board, 0), board);
  return [
    check("the screen shows at the end what a fresh one does", [screen], () => unlike(screen, fresh)),
    check("one version has one content", [...versions], ([id, messages]) =>
      new Set(messages.map(({ row }) => row)).size === 1 ? undefined : id,
    ),
    check("nothing public names a LINE user", [...heard.map(({ row }) => row), text], (words) =>
      isPrivate(words) ? "a public message" : undefined,
    ),
    // Where sockets are cut, messages are lost, and the re-read repairs what they would have told.
    ...(isHealthy
      ? [check("no message is lost on the way", [before], () => unlike(pictureOf(before, board), screen))]
      : []),
  ];
}

/** How many rows the last safety re-read had to repair. */
export function repairedRows({ before, after, board }: Testimony): number {
  const shown = pictureOf(before, board);
  return [...pictureOf(after, board)].filter((row) => !shown.has(row)).length;
}

/** What can be seen: the top of the ranking with places, and the latest photos. */
function pictureOf(state: BoardState, { photos }: BoardSnapshot): ReadonlySet<string> {
  // Of photos sent in the same millisecond either may be the last of a full snapshot.
  const isFull = photos.length >= SNAPSHOT_PHOTOS;
  const floor = isFull ? Math.min(...photos.map(({ sentAt }) => sentAt)) : Number.NEGATIVE_INFINITY;
  return new Set([
    ...rankingOf(state)
      .slice(0, TOP)
      .map((row) => `${row.place}. ${row.guestId} ${row.score} ${row.image}`),
    ...photosOf(state)
      .filter(({ sentAt }) => sentAt > floor)
      .map(({ photoId, image }) => `${photoId} ${image}`),
  ]);
}

function unlike(found: ReadonlySet<string>, expected: ReadonlySet<string>): string | undefined {
  const missing = [...expected].filter((row) => !found.has(row));
  const superfluous = [...found].filter((row) => !expected.has(row));
  if (missing.length + superfluous.length === 0) return undefined;
  return `missing ${missing.join(" ")}; superfluous ${superfluous.join(" ")}`;
}
