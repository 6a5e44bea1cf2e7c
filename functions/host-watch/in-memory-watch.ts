import { Fault } from "../shared/fault.ts";
import type { StoredPhoto } from "../shared/ports/ceremony-store.ts";
import type { DeadLetters, RestingMessage } from "../shared/ports/dead-letters.ts";
import type { AuditEntry } from "../shared/ports/host-store.ts";
import type { WatchPorts } from "./watch-ports.ts";

/** Dead letters of one queue: who takes some holds them. For tests. */
export class InMemoryDeadLetters implements DeadLetters {
  /** Bodies that came back into the queue. */
  readonly sent: string[] = [];
  readonly resting = new Map<string, { readonly message: RestingMessage; heldUntil: number }>();
  /** Seconds. */
  now = 0;
  /** These calls fail. */
  readonly broken = new Set<"sendAgain" | "remove" | "putBack">();

  add(messageId: string, body: string | object, sentAt = 0): void {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    this.resting.set(messageId, {
      message: { messageId, body: text, sentAt, handle: `handle of ${messageId}` },
      heldUntil: 0,
    });
  }

  count = async () => this.resting.size;

  take = async (holdSeconds: number) => {
    const free = [...this.resting.values()].filter(({ heldUntil }) => heldUntil <= this.now).slice(0, 10);
    for (const one of free) one.heldUntil = this.now + holdSeconds;
    return free.map(({ message }) => message);
  };

  putBack = async (messages: readonly RestingMessage[]) => {
    this.#mayFail("putBack");
    for (const { messageId } of messages) {
      const known = this.resting.get(messageId);
      if (known !== undefined) known.heldUntil = 0;
    }
  };

  sendAgain = async ({ body }: RestingMessage) => {
    this.#mayFail("sendAgain");
    this.sent.push(body);
  };

  remove = async ({ messageId }: RestingMessage) => {
    this.#mayFail("remove");
    this.resting.delete(messageId);
  };

  #mayFail(call: "sendAgain" | "remove" | "putBack"): void {
    if (this.broken.has(call)) throw new Fault("queue-refused", call);
  }
}

/** Watching over queues in memory. For tests. */
export function createWatch() {
  const photos = new InMemoryDeadLetters();
  const chat = new InMemoryDeadLetters();
  const orders = new InMemoryDeadLetters();
  const failures = new Map<string, { readonly code: string; readonly failedAt: number }>();
  const known = new Map<string, StoredPhoto>();
  const guests = new Map<string, string>();
  const trail: AuditEntry[] = [];
  const pauses: number[] = [];
  let now = Date.UTC(2026, 10, 21, 10);
  const ports: WatchPorts = {
    deadLetters: new Map([
      ["photos", photos],
      ["chat", chat],
      ["orders", orders],
    ]),
    photosUnderway: async () => 0,
    failures: { find: async (id) => failures.get(id) },
    store: {
      photoById: async (id) => known.get(id),
      guest: async ({ eventId, guestId }) => {
        const displayName = guests.get(guestId);
        if (displayName === undefined) return undefined;
        const not = { isNamedByHost: false, isExcluded: false, isOffScreen: false };
        return { eventId, guestId, displayName, ...not, language: "ja", version: 1 };
      },
    },
    trail: { saveAudit: async (entry) => trail.push(entry) > 0 },
    names: { nameOf: async (username) => `${username}@example.org` },
    alarmBoard: { alarms: async () => [] },
    messageQuota: { quota: async () => ({ used: 0 }) },
    clock: () => now,
    pause: async (delayMs) => {
      pauses.push(delayMs);
      now += delayMs;
      for (const queue of [photos, chat, orders]) queue.now += delayMs / 1_000;
    },
    newId: () => "id",
  };
  return { photos, chat, orders, failures, known, guests, trail, pauses, ports };
}
