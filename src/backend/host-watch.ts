import { connectBackend, HOST, request } from "./client.ts";
import { flag, list, number, optional, record, text } from "./parse.ts";

const DEAD_LETTERS = `query DeadLetters {
  deadLetters { letters { letterId kind displayName sentAt failedAt reason } isComplete }
}`;
const RETRY = `mutation RetryDeadLetters($eventId: ID!, $letterIds: [ID!], $all: Boolean) {
  retryDeadLetters(eventId: $eventId, letterIds: $letterIds, all: $all) { retried missing }
}`;
const ALARMS = `query Alarms { alarms { name state since value } }`;
const UNDERWAY = `query PhotosUnderway { photosUnderway }`;
const QUOTA = `query LineQuota { lineQuota { limit used } }`;

async function ask(query: string, field: string, variables: Record<string, unknown> = {}): Promise<unknown> {
  await connectBackend();
  return record(await request(query, variables, HOST), "answer")[field];
}

/** What was given up, the oldest first. Rejects as `request` does. */
export async function readDeadLetters() {
  const page = record(await ask(DEAD_LETTERS, "deadLetters"), "dead letters");
  return { letters: list(page, "letters", parseLetter), isComplete: flag(page, "isComplete") };
}

function parseLetter(value: unknown) {
  const letter = record(value, "dead letter");
  return {
    letterId: text(letter, "letterId"),
    kind: text(letter, "kind"),
    displayName: optional(letter, "displayName", text),
    sentAt: number(letter, "sentAt"),
    failedAt: optional(letter, "failedAt", number),
    reason: text(letter, "reason"),
  };
}

/** Has letters tried again; the trail of the event tells of it. Rejects as `request` does: some may have been sent. */
export async function retryDeadLetters(eventId: string, letterIds: readonly string[] | "all") {
  const wish = letterIds === "all" ? { all: true } : { letterIds };
  const outcome = record(await ask(RETRY, "retryDeadLetters", { eventId, ...wish }), "outcome");
  return { retried: list(outcome, "retried", String), missing: list(outcome, "missing", String) };
}

const states = ["OK", "ALARM", "INSUFFICIENT_DATA"] as const;

/** Rejects as `request` does. */
export async function readAlarms() {
  return list({ alarms: await ask(ALARMS, "alarms") }, "alarms", (value) => {
    const alarm = record(value, "alarm");
    return {
      name: text(alarm, "name"),
      state: states.find((state) => state === alarm["state"]) ?? ("INSUFFICIENT_DATA" as const),
      since: number(alarm, "since"),
      value: optional(alarm, "value", number),
    };
  });
}

/** LINE's monthly count. Rejects as `request` does. */
export async function readLineQuota() {
  const quota = record(await ask(QUOTA, "lineQuota"), "quota");
  return { limit: optional(quota, "limit", number), used: number(quota, "used") };
}

/** How many photos wait or are being read. Rejects as `request` does. */
export async function readUnderway(): Promise<number> {
  return number({ photos: await ask(UNDERWAY, "photosUnderway") }, "photos");
}
