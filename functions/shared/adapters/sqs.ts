import { setTimeout as pause } from "node:timers/promises";
import type { AwsFetch } from "../aws-fetch.ts";
import { Fault } from "../fault.ts";
import type { WorkQueue } from "../ports/work-queue.ts";
import type { QueueMessage } from "../queue-message.ts";

interface Entry {
  readonly message: object;
  readonly delaySeconds: number;
}

export type SendToQueue = (queueUrl: string, entries: readonly Entry[]) => Promise<void>;

const MOST_ENTRIES = 10;
const MOST_BYTES = 256 * 1024;
// LINE waits two seconds for an answer: refusals are tried again well before. A queue that does not answer at all
// takes longer, and LINE delivers again.
const PAUSES_MS = [0, 60, 250];

type WireEntry = { readonly Id: string; readonly MessageBody: string; readonly DelaySeconds: number };

/**
 * Sends messages in batches, what was not taken a second and third time. Fault `queue-refused` when something is
 * still left: then it is unknown which of the others arrived. A clumsy parser instead of a library, because the
 * webhook's bundle must stay small.
 */
export function createQueueSender(fetch: AwsFetch): SendToQueue {
  return async (queueUrl, entries) => {
    for (const batch of batches(entries)) await sendBatch(fetch, queueUrl, batch);
  };
}

async function sendBatch(fetch: AwsFetch, queueUrl: string, batch: readonly WireEntry[]): Promise<void> {
  let left = batch;
  let cause: unknown;
  for (const pauseMs of PAUSES_MS) {
    await pause(pauseMs);
    try {
      left = await sendOnce(fetch, queueUrl, left);
      if (left.length === 0) return;
      cause = `${left.length} entries failed`;
    } catch (error) {
      cause = error;
    }
  }
  throw new Fault("queue-refused", cause);
}

/** Gives back what the queue did not take. */
async function sendOnce(
  fetch: AwsFetch,
  queueUrl: string,
  batch: readonly WireEntry[],
): Promise<readonly WireEntry[]> {
  const response = await fetch(`${new URL(queueUrl).origin}/`, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": "AmazonSQS.SendMessageBatch",
    },
    body: JSON.stringify({ QueueUrl: queueUrl, Entries: batch }),
  });
  const answer = response.json();
  if (!response.ok) throw new Fault("queue-refused", `SendMessageBatch ${response.status}`);
  const taken = takenIds(answer);
  return batch.filter((entry) => !taken.has(entry.Id));
}

function takenIds(answer: unknown): ReadonlySet<string> {
  if (typeof answer !== "object" || answer === null || !("Successful" in answer)) return new Set();
  const successful: readonly unknown[] = Array.isArray(answer.Successful) ? answer.Successful : [];
  const ids = successful.map((entry) =>
    typeof entry === "object" && entry !== null && "Id" in entry ? String(entry.Id) : "",
  );
  return new Set(ids);
}

function batches(entries: readonly Entry[]): WireEntry[][] {
  const all: WireEntry[][] = [];
  let room = 0;
  for (const { message, delaySeconds } of entries) {
    const body = JSON.stringify(message);
    const size = Buffer.byteLength(body);
    const last = all.at(-1);
    if (last === undefined || last.length === MOST_ENTRIES || size > room) {
      all.push([{ Id: "0", MessageBody: body, DelaySeconds: delaySeconds }]);
      room = MOST_BYTES - size;
      continue;
    }
    last.push({ Id: String(last.length), MessageBody: body, DelaySeconds: delaySeconds });
    room -= size;
  }
  return all;
}

/** A queue for later work, from a sender and an address. */
export function createWorkQueue<Message extends object = QueueMessage>(
  send: SendToQueue,
  queueUrl: string,
): WorkQueue<Message> {
  return {
    send: (message, delaySeconds) => send(queueUrl, [{ message, delaySeconds }]),
    sendAll: (messages, delaySeconds) =>
      send(
        queueUrl,
        messages.map((message) => ({ message, delaySeconds })),
      ),
  };
}
