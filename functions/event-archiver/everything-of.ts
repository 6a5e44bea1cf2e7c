import type { Guest } from "../shared/ports/ceremony-store.ts";
import type { HostedEvent } from "../shared/ports/event-store.ts";
import type { ArchiverPorts } from "./archiver-ports.ts";
import type { TableSource } from "./tables-of.ts";
import { toldEntry } from "./told-entry.ts";

const iso = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at).toISOString();

const AUDIT_AT_ONCE = 100;

/** X1: `everything.json`, for programs; one row after the other. */
export async function* everythingOf(
  { hosts, clock }: Pick<ArchiverPorts, "hosts" | "clock">,
  { event, told, photos }: TableSource,
): AsyncGenerator<string> {
  yield `{\n"madeAt": ${JSON.stringify(iso(clock()))},\n"event": ${JSON.stringify(eventRow(event))},\n"guests": [`;
  yield* rowsOf(told.guests.map((guest) => guestRow(guest, told.photosOf.get(guest.guestId) ?? 0)));
  yield `],\n"photos": [`;
  yield* rowsOf(
    (async function* () {
      // X3: what it repeats may have been taken back.
      for await (const { repeats, ...photo } of photos())
        yield repeats !== undefined && told.photoIds.has(repeats) ? { ...photo, repeats } : photo;
    })(),
  );
  yield `],\n"audit": [`;
  yield* rowsOf(
    (async function* () {
      let nextToken: string | undefined;
      do {
        const page = await hosts.auditOfEvent(event.eventId, AUDIT_AT_ONCE, nextToken);
        for (const entry of page.entries) {
          const row = toldEntry(entry, told);
          if (row !== undefined) yield row;
        }
        ({ nextToken } = page);
      } while (nextToken !== undefined);
    })(),
  );
  yield "]\n}\n";
}

async function* rowsOf(rows: Iterable<object> | AsyncIterable<object>): AsyncGenerator<string> {
  let before = "\n";
  for await (const row of rows) {
    yield `${before}${JSON.stringify(row)}`;
    before = ",\n";
  }
  if (before !== "\n") yield "\n";
}

/** X4: without what opens the board or leads into the event. */
function eventRow(event: HostedEvent): object {
  const {
    eventId: _id,
    boardId: _board,
    joinCode: _code,
    version: _version,
    stage: _stage,
    formerRules: _former,
    rulesJobId: _job,
    ...kept
  } = event;
  const { opensAt, closesAt, retentionEndsAt, ...settings } = kept;
  const times = { opensAt, closesAt, everythingIsDeletedAfter: retentionEndsAt };
  return {
    ...settings,
    ...Object.fromEntries(Object.entries(times).map(([name, at]) => [name, iso(at)])),
  };
}

function guestRow(guest: Guest, photos: number): object {
  return {
    guestId: guest.guestId,
    name: guest.displayName,
    nameWaitingForHost: guest.heldName,
    isNamedByHost: guest.isNamedByHost,
    reading: guest.reading,
    language: guest.language,
    isOnScreen: !guest.isOffScreen,
    isInRanking: guest.rankKey !== undefined,
    isExcluded: guest.isExcluded,
    bannedAt: iso(guest.bannedAt),
    score: guest.score,
    photos,
    hostsDecided: guest.decision && { by: guest.decision.by, at: iso(guest.decision.at) },
  };
}
