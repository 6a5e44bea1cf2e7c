import { type ExportImages, exportImages } from "#domain/event-export";
import { connectBackend, HOST, request } from "./client.ts";
import { type HostRefusal, orRefusal } from "./host-refusal.ts";
import type { LiveWatch } from "./live-source.ts";
import { flag, list, number, optional, record, text } from "./parse.ts";
import { subscribe, type Topic } from "./subscribe.ts";
import { watchLive } from "./watch-live.ts";

/** One file of an export. */
export interface ExportPart {
  readonly photos: number;
  /** About, until it is done. */
  readonly bytes: number;
  readonly isDone: boolean;
  /** A host has fetched it. */
  readonly isTaken: boolean;
  /** Photos that were taken back after it had been made. */
  readonly withdrawn: number;
}

/** An event's export, as far as it is. Times in milliseconds since the epoch. */
export interface HostExport {
  readonly exportId: string;
  readonly images: ExportImages;
  readonly state: "running" | "done" | "superseded";
  /** Photos; null until they were counted. */
  readonly total: number | null;
  readonly done: number;
  /** Of the parts that are done. */
  readonly bytes: number;
  /** None until the photos were counted. */
  readonly parts: readonly ExportPart[];
  /** Which one is being made, from 0. */
  readonly atWork: number | null;
  /** Tries in a row that failed. */
  readonly failures: number;
  readonly startedAt: number;
  readonly movedAt: number;
  readonly version: number;
}

/** Where to get a part, for a quarter of an hour. */
export interface ExportLink {
  readonly url: string;
  readonly fileName: string;
}

const JOB_FIELDS = "jobId state total done bytes report startedAt movedAt version";

/** Throws on anything that is not an export. */
export function parseHostExport(value: unknown): HostExport {
  const job = record(value, "job");
  const report = record(JSON.parse(text(job, "report")), "report");
  const images = exportImages.find((known) => known === report["images"]);
  const state = (["running", "done", "superseded"] as const).find((known) => known === job["state"]);
  if (images === undefined || state === undefined) throw new Error("not an export");
  return {
    exportId: String(number(job, "startedAt")),
    images,
    state,
    total: optional(job, "total", number),
    done: number(job, "done"),
    bytes: optional(job, "bytes", number) ?? 0,
    parts: list(report, "parts", parsePart),
    atWork: optional(report, "atWork", number),
    failures: number(report, "failures"),
    startedAt: number(job, "startedAt"),
    movedAt: number(job, "movedAt"),
    version: number(job, "version"),
  };
}

function parsePart(value: unknown): ExportPart {
  const part = record(value, "part");
  return {
    photos: number(part, "photos"),
    bytes: number(part, "bytes"),
    isDone: flag(part, "isDone"),
    isTaken: flag(part, "isTaken"),
    withdrawn: number(part, "withdrawn"),
  };
}

/** Follows an event's export until `stop`; `onExport` is told null when there is none. Never throws. */
export function watchExport(
  eventId: string,
  listener: {
    readonly onExport: (told: HostExport | null) => void;
    readonly onConnection: (isConnected: boolean) => void;
  },
): LiveWatch {
  const jobId = `export#${eventId}`;
  return watchLive<HostExport | null, HostExport>(
    {
      read: async () => {
        const found = await ask(JOB, { jobId });
        return found === null || found === undefined ? null : parseHostExport(found);
      },
      subscribe: (to) => subscribe([ON_JOB], { jobId }, to, HOST),
    },
    {
      onRead: (told) => {
        listener.onExport(told);
        return told?.state === "running" ? "soon" : "known";
      },
      onHeard: (all) => all.forEach(listener.onExport),
      onConnection: listener.onConnection,
    },
  );
}

/** While one is being made, that one; if it stands still, it goes on. */
export function orderExport(eventId: string, images: ExportImages): Promise<HostExport | HostRefusal> {
  return orRefusal(ask(ORDER, { eventId, images }).then(parseHostExport));
}

/** `part` counts from 1. */
export function takeExport(
  eventId: string,
  exportId: string,
  part: number,
): Promise<ExportLink | HostRefusal> {
  return orRefusal(
    ask(TAKE, { eventId, exportId, part }).then((answer) => {
      const link = record(answer, "link");
      return { url: text(link, "url"), fileName: text(link, "fileName") };
    }),
  );
}

/** Stops it, or takes a finished one away. */
export function cancelExport(eventId: string): Promise<HostExport | HostRefusal> {
  return orRefusal(ask(CANCEL, { eventId }).then(parseHostExport));
}

/** The one field that the query asks for. */
async function ask(query: string, variables: Record<string, unknown>): Promise<unknown> {
  await connectBackend();
  return Object.values(record(await request(query, variables, HOST), "answer"))[0];
}

const JOB = `query ExportJob($jobId: ID!) { job(jobId: $jobId) { ${JOB_FIELDS} } }`;
const ORDER = `mutation OrderExport($eventId: ID!, $images: String!) {
  orderExport(eventId: $eventId, images: $images) { ${JOB_FIELDS} }
}`;
const TAKE = `mutation TakeExport($eventId: ID!, $exportId: ID!, $part: Int!) {
  takeExport(eventId: $eventId, exportId: $exportId, part: $part) { url fileName }
}`;
const CANCEL = `mutation CancelExport($eventId: ID!) { cancelExport(eventId: $eventId) { ${JOB_FIELDS} } }`;
const ON_JOB: Topic<HostExport> = {
  field: "onJob",
  query: `subscription OnExport($jobId: ID!) { onJob(jobId: $jobId) { ${JOB_FIELDS} } }`,
  parse: (message) => parseHostExport(record(message, "message")["onJob"]),
};
