import { type DeletionReport, deletionPlaces, remainders } from "#domain/deletion-report";
import { connectBackend, HOST, request } from "./client.ts";
import { EVENT_FIELDS, type HostEvent, parseHostEvent } from "./host-event-shapes.ts";
import { type HostRefusal, orRefusal } from "./host-refusal.ts";
import type { LiveWatch } from "./live-source.ts";
import { isRecord, list, number, optional, record, text } from "./parse.ts";
import { subscribe, type Topic } from "./subscribe.ts";
import { watchLive } from "./watch-live.ts";

/** How far the deletion of an event is. */
export interface Ending {
  /** Guests; null until they were counted. */
  readonly total: number | null;
  readonly done: number;
  /** Only what was found: the last rounds look whether anything is left. */
  readonly isTidying: boolean;
}

/** `title`: the event's name, typed; a rehearsal needs none. Rejects when nobody answers: it may have begun. */
export function endEvent(eventId: string, seen: number, title: string): Promise<HostEvent | HostRefusal> {
  return orRefusal(ask(END, { eventId, seen, title }).then(parseHostEvent));
}

/** K7: `title` as for `endEvent`, where the day takes it; empty where not. */
export function saveRetention(
  eventId: string,
  seen: number,
  retentionEndsAt: number,
  title: string,
): Promise<HostEvent | HostRefusal> {
  const change = JSON.stringify({ retentionEndsAt });
  return orRefusal(ask(KEEP, { eventId, seen, change, title }).then(parseHostEvent));
}

/** Follows a deletion until `stop`. Never throws. */
export function watchEnding(eventId: string, onEnding: (ending: Ending | null) => void): LiveWatch {
  const jobId = `end-event#${eventId}`;
  return watchLive<Ending | null, Ending>(
    {
      read: async () => {
        const found = await ask(JOB, { jobId });
        return found === null || found === undefined ? null : parseEnding(found);
      },
      subscribe: (to) => subscribe([ON_JOB], { jobId }, to, HOST),
    },
    {
      onRead: (ending) => {
        onEnding(ending);
        return "soon";
      },
      onHeard: (endings) => endings.forEach(onEnding),
      onConnection: () => {},
    },
  );
}

/** What the deletion came to; null while there is none. Rejects as `request` does. */
export async function readDeletionReport(eventId: string): Promise<DeletionReport | null> {
  const page = record(await ask(TRAIL, { eventId }), "audit");
  const closed = list(page, "entries", (entry) => record(entry, "entry")).find(
    (entry) => entry["action"] === "endEvent" && entry["isDone"] === true,
  );
  return closed === undefined ? null : parseReport(JSON.parse(text(closed, "after")));
}

function parseEnding(value: unknown): Ending {
  const job = record(value, "job");
  const report = optional(job, "report", (from, key): unknown => JSON.parse(text(from, key)));
  const round = isRecord(report) ? optional(report, "round", number) : null;
  const total = optional(job, "total", number);
  const done = number(job, "done");
  return { total, done, isTidying: (round ?? 1) > 1 || (total !== null && done >= total) };
}

function parseReport(value: unknown): DeletionReport {
  const report = record(value, "report");
  const [deleted, remains] = [record(report["deleted"], "deleted"), record(report["remains"], "remains")];
  const counts = (from: Record<string, unknown>, names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, number(from, name)]));
  return {
    orderedAt: number(report, "orderedAt"),
    endedAt: number(report, "endedAt"),
    rounds: number(report, "rounds"),
    // Each was read above, by its name.
    deleted: counts(deleted, deletionPlaces) as DeletionReport["deleted"],
    remains: counts(remains, remainders) as DeletionReport["remains"],
  };
}

/** The one field that the query asks for. */
async function ask(query: string, variables: Record<string, unknown>): Promise<unknown> {
  await connectBackend();
  return Object.values(record(await request(query, variables, HOST), "answer"))[0];
}

const JOB_FIELDS = "jobId state total done report version";
const END = `mutation EndEvent($eventId: ID!, $seen: Int!, $title: String) {
  endEvent(eventId: $eventId, seen: $seen, title: $title) { ${EVENT_FIELDS} }
}`;
const KEEP = `mutation KeepUntil($eventId: ID!, $seen: Int!, $change: AWSJSON!, $title: String) {
  updateEvent(eventId: $eventId, seen: $seen, change: $change, title: $title) { ${EVENT_FIELDS} }
}`;
const JOB = `query Ending($jobId: ID!) { job(jobId: $jobId) { ${JOB_FIELDS} } }`;
const TRAIL = `query EndOfTrail($eventId: ID!) {
  audit(eventId: $eventId, limit: 20) { entries { action isDone after } }
}`;
const ON_JOB: Topic<Ending> = {
  field: "onJob",
  query: `subscription OnEnding($jobId: ID!) { onJob(jobId: $jobId) { ${JOB_FIELDS} } }`,
  parse: (message) => parseEnding(record(message, "message")["onJob"]),
};
