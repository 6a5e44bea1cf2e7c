import {
  type RehearsalPhase,
  rehearsalJobId,
  rehearsalPhases,
  type RehearsalWish,
} from "#domain/rehearsal-progress";
import type { RehearsalReport } from "#domain/rehearsal-report";
import { connectBackend, HOST, request } from "./client.ts";
import { type HostRefusal, orRefusal } from "./host-refusal.ts";
import type { LiveWatch } from "./live-source.ts";
import { flag, number, oneOf, optional, record, text } from "./parse.ts";
import { parseRehearsalReport } from "./rehearsal-report.ts";
import { subscribe, type Topic } from "./subscribe.ts";
import { watchLive } from "./watch-live.ts";

/** The last rehearsal of an event. Times in milliseconds since the epoch. */
export interface HostRehearsal extends RehearsalWish {
  /** The event that is played, and its board: pages like any event's. */
  readonly rehearsalId: string;
  readonly boardId: string;
  /** `wiped`: ordered, and not necessarily done. */
  readonly state: "running" | "finished" | "wiped";
  readonly phase: RehearsalPhase;
  readonly startedAt: number;
  /** Null while pictures are drawn. */
  readonly sendsFrom: number | null;
  readonly sentSoFar: number;
  /** Null until it is finished. */
  readonly report: RehearsalReport | null;
}

const FIELDS = `rehearsalId boardId state phase guests photos minutes readsForReal startedAt sendsFrom sentSoFar
  report`;

/** Throws on anything that is not a rehearsal. */
export function parseHostRehearsal(value: unknown): HostRehearsal {
  const source = record(value, "rehearsal");
  return {
    rehearsalId: text(source, "rehearsalId"),
    boardId: text(source, "boardId"),
    state: oneOf(source, "state", ["running", "finished", "wiped"] as const),
    phase: oneOf(source, "phase", rehearsalPhases),
    guests: number(source, "guests"),
    photos: number(source, "photos"),
    minutes: number(source, "minutes"),
    readsForReal: flag(source, "readsForReal"),
    startedAt: number(source, "startedAt"),
    sendsFrom: optional(source, "sendsFrom", number),
    sentSoFar: number(source, "sentSoFar"),
    report: optional(source, "report", (from, key) => parseRehearsalReport(JSON.parse(text(from, key)))),
  };
}

/** Follows an event's rehearsal until `stop`; `onRehearsal` is told null when there was none. Never throws. */
export function watchRehearsal(
  eventId: string,
  listener: {
    readonly onRehearsal: (told: HostRehearsal | null) => void;
    readonly onConnection: (isConnected: boolean) => void;
  },
): LiveWatch {
  const jobId = rehearsalJobId(eventId);
  const watch = watchLive<HostRehearsal | null, string>(
    {
      read: async () => {
        const found = await ask(REHEARSAL, { eventId });
        return found === null || found === undefined ? null : parseHostRehearsal(found);
      },
      subscribe: (to) => subscribe([ON_JOB], { jobId }, to, HOST),
    },
    {
      onRead: (told) => {
        listener.onRehearsal(told);
        return told?.state === "running" ? "soon" : "known";
      },
      // The job says that something moved, not what.
      onHeard: () => watch.read(),
      onConnection: listener.onConnection,
    },
  );
  return watch;
}

/** Rejects when nobody answers: it may have begun. */
export function startRehearsal(eventId: string, wish: RehearsalWish): Promise<HostRehearsal | HostRefusal> {
  return orRefusal(ask(REHEARSE, { eventId, ...wish }).then(parseHostRehearsal));
}

/** Deletes everything of the last rehearsal but its report; what is ordered again goes on. */
export function wipeRehearsal(eventId: string): Promise<HostRehearsal | HostRefusal> {
  return orRefusal(ask(WIPE, { eventId }).then(parseHostRehearsal));
}

/** The one field that the query asks for. */
async function ask(query: string, variables: Record<string, unknown>): Promise<unknown> {
  await connectBackend();
  return Object.values(record(await request(query, variables, HOST), "answer"))[0];
}

const REHEARSAL = `query Rehearsal($eventId: ID!) { rehearsal(eventId: $eventId) { ${FIELDS} } }`;
const REHEARSE = `mutation Rehearse($eventId: ID!, $guests: Int!, $photos: Int!, $minutes: Int!,
  $readsForReal: Boolean!) {
  rehearse(eventId: $eventId, guests: $guests, photos: $photos, minutes: $minutes, readsForReal: $readsForReal) {
    ${FIELDS} }
}`;
const WIPE = `mutation WipeRehearsal($eventId: ID!) { wipeRehearsal(eventId: $eventId) { ${FIELDS} } }`;
const ON_JOB: Topic<string> = {
  field: "onJob",
  query: "subscription OnRehearsal($jobId: ID!) { onJob(jobId: $jobId) { jobId version } }",
  parse: (message) => text(record(record(message, "message")["onJob"], "job"), "jobId"),
};
