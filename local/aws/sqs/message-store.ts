import { randomUUID } from "node:crypto";
import { createMessageTable, type Entry, type QueueCounts } from "./message-table.ts";
import type { Deliveries, Message, ReceivedMessage } from "./message.ts";
import { createMischief, type Mischief } from "./mischief.ts";
import type { NewMessage, QueueOptions } from "./queue-options.ts";
import type { QueueSettings } from "./queue-settings.ts";
import { makeHandle, readHandle } from "./receipt-handle.ts";
import { restore, snapshot } from "./restore.ts";

const RETRY_AFTER_FAULT_MS = 1000;
/** What CloudWatch calls a poison pill came more often. */
const MOST_VAIN_RECEIVES = 3;

/** The messages of one queue. Every change is in the journal first: when that throws, nothing has changed. */
export class MessageStore {
  settings: QueueSettings;
  readonly #options: QueueOptions;
  readonly #table = createMessageTable();
  readonly #mischief: Mischief;

  constructor(options: QueueOptions) {
    this.settings = options.settings;
    this.#options = options;
    this.#mischief = createMischief(options.faults);
    for (const { message, dueAtMs, deliveries } of restore(options.records)) {
      this.#table.add(message, "delayed", dueAtMs, deliveries);
    }
  }

  /** All of them or none. */
  add(messages: readonly NewMessage[]): void {
    const now = this.#options.clock();
    const due = messages.map(({ message, delayMs = this.settings.DelaySeconds * 1000 }) => ({
      message,
      dueAtMs: now + delayMs + this.#mischief.delayMs(),
    }));
    this.#options.journal.append(due.map((one) => ({ kind: "sent", ...one })));
    for (const { message, dueAtMs } of due)
      this.#table.add(message, dueAtMs > now ? "delayed" : "visible", dueAtMs);
  }

  /** Takes over a dead letter with its history. */
  accept(message: Message, deliveries: Deliveries): void {
    const now = this.#options.clock();
    this.#options.journal.append([
      { kind: "sent", message, dueAtMs: now },
      { kind: "received", id: message.id, ...deliveries },
    ]);
    this.#table.add(message, "visible", now, deliveries);
  }

  /** Delivers what is visible. Less than there is when a fault strikes after the first: that one must arrive. */
  take(max: number, visibilityMs: number): ReceivedMessage[] {
    const taken: ReceivedMessage[] = [];
    try {
      for (let entry = this.#table.firstVisible(); entry !== undefined; entry = this.#table.firstVisible()) {
        if (taken.length >= max) break;
        if (this.#isExpired(entry.message)) this.#forget(entry.message.id);
        else taken.push(this.#deliver(entry, visibilityMs));
      }
    } catch (error) {
      if (taken.length === 0) throw error;
      this.#options.onFault(error);
    }
    return taken;
  }

  /** The message of a handle, if the handle is that of its latest delivery. Throws `ReceiptHandleIsInvalid`. */
  held(receiptHandle: string): Entry | undefined {
    const receipt = readHandle(this.#options.name, receiptHandle);
    const entry = this.#table.find(receipt.messageId);
    return entry?.deliveries.nonce === receipt.nonce ? entry : undefined;
  }

  /** Hides a message in flight for so long from now. */
  hide({ message }: Entry, visibilityMs: number): void {
    this.#table.update(message.id, { dueAtMs: this.#options.clock() + visibilityMs });
  }

  /** For good, unless the queue plays a trick: then nobody holds it any more, and it will be visible again. */
  delete({ message, deliveries }: Entry): void {
    const returnsAfterMs = this.#mischief.returnsAfterMs(message.id);
    if (returnsAfterMs === undefined) return this.#forget(message.id);
    const dueAtMs = this.#options.clock() + returnsAfterMs;
    this.#table.update(message.id, { dueAtMs, deliveries: { ...deliveries, nonce: undefined } });
  }

  purge(): void {
    this.#options.journal.rewrite([]);
    this.#table.clear();
  }

  /** Hands every visible message to `take` and forgets it only then: a crash in between doubles, never loses. */
  moveAll(take: (message: Message) => void): void {
    for (let entry = this.#table.firstVisible(); entry !== undefined; entry = this.#table.firstVisible()) {
      take(entry.message);
      this.#forget(entry.message.id);
    }
  }

  /** The visibility timeout of every message in flight is over now; returns how many. */
  releaseInFlight(): number {
    const inFlight = [...this.#table.all()].filter(({ state }) => state === "inFlight");
    for (const entry of inFlight) this.hide(entry, 0);
    return inFlight.length;
  }

  forgetExpired(): void {
    for (const { message } of this.#table.all()) if (this.#isExpired(message)) this.#forget(message.id);
  }

  releaseDue(): void {
    const now = this.#options.clock();
    for (let due = this.#table.takeDue(now); due !== undefined; due = this.#table.takeDue(now)) {
      try {
        this.#release(due);
      } catch (error) {
        this.#table.update(due.message.id, { dueAtMs: now + RETRY_AFTER_FAULT_MS });
        throw error;
      }
    }
  }

  /** Keeps the journal from growing for ever. */
  shortenJournal(): void {
    const { journal } = this.#options;
    if (journal.length > 1000 + 4 * this.#table.size) journal.rewrite(snapshot(this.#table));
  }

  /** In how long the next hidden message may be due. */
  nextDueInMs(): number | undefined {
    const next = this.#table.nextDueMs();
    return next === undefined ? undefined : next - this.#options.clock();
  }

  counts(): QueueCounts {
    return this.#table.counts();
  }

  /** Seconds; 0 when there is none. As on AWS without what was received more than three times in vain. */
  oldestAgeS(): number {
    const now = this.#options.clock();
    const ages = [...this.#table.all()]
      .filter(({ deliveries }) => deliveries.count <= MOST_VAIN_RECEIVES)
      .map(({ message }) => now - message.sentAtMs);
    return Math.floor(ages.reduce((oldest, age) => Math.max(oldest, age), 0) / 1000);
  }

  close(): void {
    this.#options.journal.close();
  }

  /** A message whose delay or visibility timeout is over: seen again, expired, or given up. */
  #release({ message, deliveries }: Entry): void {
    const redrive = this.settings.RedrivePolicy;
    if (this.#isExpired(message)) this.#forget(message.id);
    else if (redrive !== undefined && deliveries.count >= redrive.maxReceiveCount) {
      // Into the other queue first: a crash in between doubles the message, which at-least-once allows.
      const { arn, giveUp } = this.#options;
      giveUp(redrive.deadLetterTargetArn, { ...message, deadLetterSourceArn: arn }, deliveries);
      this.#forget(message.id);
    } else this.#table.update(message.id, { state: "visible" });
  }

  #deliver({ message, deliveries: before }: Entry, visibilityMs: number): ReceivedMessage {
    const { clock, journal, name } = this.#options;
    const now = clock();
    const deliveries = { count: before.count + 1, firstAtMs: before.firstAtMs ?? now, nonce: randomUUID() };
    journal.append([{ kind: "received", id: message.id, ...deliveries }]);
    const overlapsAfterMs = this.#mischief.overlapsAfterMs(message.id, deliveries.count);
    const dueAtMs = now + Math.min(visibilityMs, overlapsAfterMs ?? visibilityMs);
    this.#table.update(message.id, { state: "inFlight", dueAtMs, deliveries });
    const receiptHandle = makeHandle(name, { messageId: message.id, nonce: deliveries.nonce });
    return { message, deliveries, receiptHandle };
  }

  #isExpired(message: Message): boolean {
    return message.sentAtMs + this.settings.MessageRetentionPeriod * 1000 <= this.#options.clock();
  }

  #forget(id: string): void {
    this.#options.journal.append([{ kind: "deleted", id }]);
    this.#table.remove(id);
    this.#mischief.forget(id);
  }
}
