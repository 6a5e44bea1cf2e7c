import type { EventSettings, EventState } from "#domain/event";
import type { EventRules } from "#domain/event-rules";
import type { EventTemplateId } from "#domain/event-templates";
import type { Language } from "#domain/language";
import type { ScreenSettings } from "#domain/screen";
import { connectBackend, HOST, request } from "./client.ts";
import {
  EVENT_FIELDS,
  type HostEvent,
  JOB_FIELDS,
  parseHostEvent,
  parseRulesJob,
  type RulesJob,
} from "./host-event-shapes.ts";
import { type HostRefusal, orRefusal } from "./host-refusal.ts";
import type { LiveWatch } from "./live-source.ts";
import { isRecord, list, number, optional, record, text } from "./parse.ts";
import { subscribe, type Topic } from "./subscribe.ts";
import { watchLive } from "./watch-live.ts";

/** A ceremony that does not exist yet. */
export interface EventWish {
  readonly template: EventTemplateId;
  readonly title: string;
  readonly language: Language;
  /** Milliseconds since the epoch. */
  readonly opensAt: number;
  readonly closesAt: number;
}

/** What a host changes about an event, its rules apart. */
export type EventChange = Partial<
  Pick<
    EventSettings,
    | "title"
    | "language"
    | "opensAt"
    | "closesAt"
    | "retentionEndsAt"
    | "policy"
    | "moderation"
    | "keepsAgeAndGender"
    | "allowsPaidMessages"
    | "nameWords"
    | "state"
  > &
    ScreenSettings & { readonly theme: string; readonly contact: string }
>;

/** What the room sees of an event in numbers. */
export interface EventTotals {
  readonly guests: number;
  readonly photos: number;
}

/** All of the state, in the order of the API. Rejects when the API cannot be reached or refuses. */
export async function readEvents(state: EventState): Promise<readonly HostEvent[]> {
  const all: HostEvent[] = [];
  let nextToken: string | null = null;
  do {
    const page = record(await ask(EVENTS, { state, nextToken }), "events");
    all.push(...list(page, "events", parseHostEvent));
    nextToken = optional(page, "nextToken", text);
  } while (nextToken !== null);
  return all;
}

/** Null: there is no such event. Rejects as `request` does. */
export async function readEvent(eventId: string): Promise<HostEvent | null> {
  const found = await ask(HOST_EVENT, { eventId });
  return found === null || found === undefined ? null : parseHostEvent(found);
}

/** Follows an event until `stop`; `onEvent` is told null when there is no such event. Never throws. */
export function watchEvent(
  eventId: string,
  listener: {
    readonly onEvent: (event: HostEvent | null) => void;
    readonly onConnection: (isConnected: boolean) => void;
  },
): LiveWatch {
  return watchLive<HostEvent | null, HostEvent>(
    {
      read: () => readEvent(eventId),
      subscribe: (to) => subscribe([ON_EVENT], { eventId }, to, HOST),
    },
    {
      onRead: (event) => {
        listener.onEvent(event);
        return event === null ? "soon" : "known";
      },
      onHeard: (events) => events.forEach(listener.onEvent),
      onConnection: listener.onConnection,
    },
  );
}

/** With its `@`; null where nobody set the bot up. */
export async function readBotBasicId(): Promise<string | null> {
  return (await connectBackend()).botBasicId;
}

/** Null when the board cannot tell. */
export async function readTotals(boardId: string): Promise<EventTotals | null> {
  const board = await ask(TOTALS, { boardId });
  if (!isRecord(board)) return null;
  const totals = record(board["totals"], "totals");
  return { guests: number(totals, "guests"), photos: number(totals, "photos") };
}

export function createEvent(wish: EventWish): Promise<HostEvent | HostRefusal> {
  return change(CREATE, { ...wish }, parseHostEvent);
}

/** `seen`: the version of the event that the host looked at. */
export function updateEvent(
  eventId: string,
  seen: number,
  changed: EventChange,
): Promise<HostEvent | HostRefusal> {
  return change(UPDATE, { eventId, seen, change: JSON.stringify(changed) }, parseHostEvent);
}

export function renewBoard(eventId: string, seen: number): Promise<HostEvent | HostRefusal> {
  return change(RENEW, { eventId, seen }, parseHostEvent);
}

export function duplicateEvent(
  eventId: string,
  copy: Pick<EventWish, "title" | "opensAt" | "closesAt">,
): Promise<HostEvent | HostRefusal> {
  return change(DUPLICATE, { eventId, ...copy }, parseHostEvent);
}

export function changeRules(
  eventId: string,
  rules: EventRules,
  seenJobId: string | null,
): Promise<RulesJob | HostRefusal> {
  const variables = { eventId, rules: JSON.stringify(rules), seenJobId: seenJobId ?? "" };
  return change(CHANGE_RULES, variables, parseRulesJob);
}

/** Brings the former rules back; undone again, the newer ones. */
export function undoRules(eventId: string): Promise<RulesJob | HostRefusal> {
  return change(UNDO_RULES, { eventId }, parseRulesJob);
}

/** Follows a job until `stop`; `onJob` is told null when it is forgotten. Never throws. */
export function watchJob(jobId: string, onJob: (job: RulesJob | null) => void): LiveWatch {
  return watchLive<RulesJob | null, RulesJob>(
    { read: () => readJob(jobId), subscribe: (to) => subscribe([ON_JOB], { jobId }, to, HOST) },
    {
      onRead: (job) => {
        onJob(job);
        return job?.state === "running" ? "soon" : "known";
      },
      onHeard: (jobs) => jobs.forEach(onJob),
      onConnection: () => {},
    },
  );
}

async function readJob(jobId: string): Promise<RulesJob | null> {
  const found = await ask(JOB, { jobId });
  return found === null || found === undefined ? null : parseRulesJob(found);
}

/** The one field that the query asks for. */
async function ask(query: string, variables: Record<string, unknown>): Promise<unknown> {
  await connectBackend();
  return Object.values(record(await request(query, variables, HOST), "answer"))[0];
}

function change<T>(
  query: string,
  variables: Record<string, unknown>,
  parse: (value: unknown) => T,
): Promise<T | HostRefusal> {
  return orRefusal(ask(query, variables).then(parse));
}

const EVENTS = `query Events($state: String!, $nextToken: String) {
  events(state: $state, nextToken: $nextToken) { events { ${EVENT_FIELDS} } nextToken }
}`;
const HOST_EVENT = `query HostEvent($eventId: ID!) { hostEvent(eventId: $eventId) { ${EVENT_FIELDS} } }`;
const TOTALS = "query Totals($boardId: ID!) { board(boardId: $boardId) { totals { guests photos } } }";
const CREATE = `mutation CreateEvent(
  $template: String!, $title: String!, $language: String, $opensAt: Float!, $closesAt: Float!
) {
  createEvent(template: $template, title: $title, language: $language, opensAt: $opensAt, closesAt: $closesAt) {
    ${EVENT_FIELDS}
  }
}`;
const UPDATE = `mutation UpdateEvent($eventId: ID!, $seen: Int!, $change: AWSJSON!) {
  updateEvent(eventId: $eventId, seen: $seen, change: $change) { ${EVENT_FIELDS} }
}`;
const RENEW = `mutation RenewBoard($eventId: ID!, $seen: Int!) {
  renewBoard(eventId: $eventId, seen: $seen) { ${EVENT_FIELDS} }
}`;
const DUPLICATE = `mutation DuplicateEvent($eventId: ID!, $title: String!, $opensAt: Float!, $closesAt: Float!) {
  duplicateEvent(eventId: $eventId, title: $title, opensAt: $opensAt, closesAt: $closesAt) { ${EVENT_FIELDS} }
}`;
const CHANGE_RULES = `mutation ChangeRules($eventId: ID!, $rules: AWSJSON!, $seenJobId: ID) {
  changeRules(eventId: $eventId, rules: $rules, seenJobId: $seenJobId) { ${JOB_FIELDS} }
}`;
const UNDO_RULES = `mutation UndoRules($eventId: ID!) { undoRules(eventId: $eventId) { ${JOB_FIELDS} } }`;
const JOB = `query Job($jobId: ID!) { job(jobId: $jobId) { ${JOB_FIELDS} } }`;
const ON_EVENT: Topic<HostEvent> = {
  field: "onEvent",
  query: `subscription OnEvent($eventId: ID!) {
    onEvent(eventId: $eventId) { isWon eventId event { ${EVENT_FIELDS} } }
  }`,
  parse: (message) => parseHostEvent(record(record(message, "message")["onEvent"], "onEvent")["event"]),
};
const ON_JOB: Topic<RulesJob> = {
  field: "onJob",
  query: `subscription OnJob($jobId: ID!) { onJob(jobId: $jobId) { ${JOB_FIELDS} } }`,
  parse: (message) => parseRulesJob(record(message, "message")["onJob"]),
};
