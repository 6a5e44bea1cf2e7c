import { timeZones } from "#domain/words/event-words";
import { wallDate } from "../shared/archive/file-names.ts";
import type { ArchivedFile } from "../shared/archive/zip-of.ts";
import { partKeys } from "../shared/event-export/export-job.ts";
import type { Guest } from "../shared/ports/ceremony-store.ts";
import type { HostedEvent } from "../shared/ports/event-store.ts";
import { together } from "../shared/together.ts";
import type { ArchiverPorts } from "./archiver-ports.ts";
import { everythingOf } from "./everything-of.ts";
import { guestTable } from "./guest-table.ts";
import type { HeldPart } from "./hold-part.ts";
import { photoTable } from "./photo-table.ts";
import { parseRows, type ToldPhoto } from "./told-photo.ts";

/** X3: who and what may be told of. */
export interface Told {
  readonly guests: readonly Guest[];
  readonly photoIds: ReadonlySet<string>;
  /** By the guests' ids. */
  readonly photosOf: ReadonlyMap<string, number>;
}

/** What the tables are made of: `photos` reads the rows beside all parts, one part at a time in memory. */
export interface TableSource {
  readonly event: HostedEvent;
  readonly told: Told;
  readonly photos: () => AsyncIterable<ToldPhoto>;
}

/** X1, X6: the tables about everything that lies in the parts. */
export async function* tablesOf(
  ports: ArchiverPorts,
  held: HeldPart,
  event: HostedEvent,
): AsyncGenerator<ArchivedFile> {
  const photos = () => photosOfParts(ports, held);
  const source: TableSource = { event, told: await toldOf(ports, held.eventId, photos()), photos };
  const writtenAt = wallDate(ports.clock(), timeZones[event.language]);
  yield { name: "photos.csv", writtenAt, content: bytesOf(photoTable(source)) };
  yield { name: "guests.csv", writtenAt, content: bytesOf(guestTable(source)) };
  yield { name: "everything.json", writtenAt, content: bytesOf(everythingOf(ports, source)) };
}

async function* photosOfParts({ archives }: ArchiverPorts, held: HeldPart): AsyncGenerator<ToldPhoto> {
  for (const [index, { attempts }] of held.report.parts.entries()) {
    const { rows } = partKeys(held.eventId, held.exportId, index, attempts);
    yield* parseRows(await archives.stored(rows));
  }
}

async function toldOf(
  ports: ArchiverPorts,
  eventId: string,
  photos: AsyncIterable<ToldPhoto>,
): Promise<Told> {
  const photoIds = new Set<string>();
  const photosOf = new Map<string, number>();
  for await (const { photoId, guestId } of photos) {
    photoIds.add(photoId);
    photosOf.set(guestId, (photosOf.get(guestId) ?? 0) + 1);
  }
  return { guests: await guestsOf(ports, eventId), photoIds, photosOf };
}

const GUESTS_AT_ONCE = 500;
const SIDE_BY_SIDE = 10;

/** K6: but for those who have left. */
async function guestsOf({ hosts, store }: ArchiverPorts, eventId: string): Promise<Guest[]> {
  const guests: Guest[] = [];
  let after: string | undefined;
  for (;;) {
    const { guestIds, isLast } = await hosts.guestsOfEvent(eventId, after, GUESTS_AT_ONCE);
    for (let first = 0; first < guestIds.length; first += SIDE_BY_SIDE) {
      const some = guestIds.slice(first, first + SIDE_BY_SIDE);
      const found = await together(some.map((guestId) => store.guest({ eventId, guestId })));
      guests.push(...found.flatMap((guest) => (guest?.erasedAt === undefined && guest ? [guest] : [])));
    }
    if (isLast) return guests;
    after = guestIds.at(-1) ?? after;
  }
}

async function* bytesOf(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const text of texts) yield Buffer.from(text);
}
