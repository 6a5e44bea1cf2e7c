import { randomUUID } from "node:crypto";
import { AwsError } from "../service.ts";
import { type Alarm, createAlarm } from "./alarm.ts";
import { createMessageTable, type Entry, type QueueCounts } from "./message-table.ts";
import type { Deliveries, Message, ReceivedMessage } from "./message.ts";
import type { NewMessage, QueueOptions, ReceiveRequest } from "./queue-options.ts";
import type { QueueSettings } from "./queue-settings.ts";
import { makeHandle, readHandle } from "./receipt-handle.ts";
import { restore, snapshot } from "./restore.ts";
import { createWaitingReceivers } from "./waiting-receivers.ts";

const RETRY_AFTER_FAULT_MS = 1000;

/** One standard queue. Every change is in the journal before the caller learns of it. */
export class Queue {
  readonly name: string;
  readonly arn: string;
  settings: QueueSettings;
  readonly #options: QueueOptions;
  readonly #table = createMessageTable();
  readonly #receivers = createWaitingReceivers();
  readonly #alarm: Alarm;
  #closed = false;

  constructor(options: QueueOptions) {
    this.name = options.name;
    this.arn = options.arn;
    this.settings = options.settings;
    this.#options = options;
    this.#alarm = createAlarm(() => this.#settle(), options.onFault);
    for (const { message, dueAtMs, deliveries } of restore(options.records)) {
      this.#table.add(message, "delayed", dueAtMs, deliveries);
    }
    this.#settle();
  }

  send(messages: readonly NewMessage[]): void {
    const now = this.#options.clock();
    const due = messages.map(({ message, delayMs = this.settings.DelaySeconds * 1000 }) => ({
      message,
      dueAtMs: now + delayMs,
    }));
    this.#options.journal.append(due.map((one) => ({ kind: "sent", ...one })));
    for (const { message, dueAtMs } of due)
      this.#table.add(message, dueAtMs > now ? "delayed" : "visible", dueAtMs);
    this.#settle();
  }

  /** Takes over a dead letter with its history. */
  accept(message: Message, deliveries: Deliveries): void {
    const now = this.#options.clock();
    this.#options.journal.append([
      { kind: "sent", message, dueAtMs: now },
      { kind: "received", id: message.id, ...deliveries },
    ]);
    this.#table.add(message, "visible", now, deliveries);
    this.#settle();
  }

  /** Answers at once when there is something, else when something arrives or `waitMs` are over. */
  async receive(request: ReceiveRequest): Promise<readonly ReceivedMessage[]> {
    const { max, waitMs, visibilityMs = this.settings.VisibilityTimeout * 1000, signal } = request;
    if (this.#closed || signal?.aborted) return [];
    this.#releaseDue();
    const received = this.#takeUpTo(max, visibilityMs);
    this.#settle();
    if (received.length > 0 || waitMs === 0) return received;
    return this.#receivers.wait({ max, visibilityMs }, waitMs, signal);
  }

  /** An outdated handle deletes nothing, without an error, as on AWS. Throws `ReceiptHandleIsInvalid`. */
  delete(receiptHandle: string): void {
    const entry = this.#held(receiptHandle);
    if (entry === undefined) return;
    this.#forget(entry.message.id);
    this.#settle();
  }

  /** Throws `ReceiptHandleIsInvalid` or `MessageNotInflight`. */
  changeVisibility(receiptHandle: string, visibilityMs: number): void {
    const entry = this.#held(receiptHandle);
    if (entry?.state !== "inFlight") {
      throw new AwsError("MessageNotInflight", "The message referred to is not in flight.");
    }
    this.#table.update(entry.message.id, { dueAtMs: this.#options.clock() + visibilityMs });
    this.#settle();
  }

  purge(): void {
    this.#options.journal.rewrite([]);
    this.#table.clear();
    this.#settle();
  }

  /** Hands every visible message to `take` and forgets it only then: a crash in between doubles, never loses. */
  moveAll(take: (message: Message) => void): number {
    let moved = 0;
    for (let entry = this.#table.firstVisible(); entry !== undefined; entry = this.#table.firstVisible()) {
      take(entry.message);
      this.#forget(entry.message.id);
      moved += 1;
    }
    this.#settle();
    return moved;
  }

  /** As if the visibility timeout of every message in flight were over now; returns how many. */
  releaseInFlight(): number {
    const held = [...this.#table.all()].filter(({ state }) => state === "inFlight");
    const now = this.#options.clock();
    for (const { message } of held) this.#table.update(message.id, { dueAtMs: now });
    this.#settle();
    return held.length;
  }

  counts(): QueueCounts {
    return this.#table.counts();
  }

  /** How many long polls wait now. */
  get waiting(): number {
    return this.#receivers.count;
  }

  /** Looks at the clock at once, for tests that moved it. */
  tick(): void {
    for (const { message } of this.#table.all()) if (this.#isExpired(message)) this.#forget(message.id);
    this.#settle();
  }

  close(): void {
    this.#closed = true;
    this.#alarm.stop();
    this.#receivers.dismiss();
    this.#options.journal.close();
  }

  /** After every change: what is due becomes visible, who waits is served, the next due time gets its timer. */
  #settle(): void {
    this.#releaseDue();
    for (let one = this.#receivers.first(); one !== undefined; one = this.#receivers.first()) {
      const received = this.#takeUpTo(one.max, one.visibilityMs);
      if (received.length === 0) break;
      one.answer(received);
    }
    const { journal } = this.#options;
    if (journal.length > 1000 + 4 * this.#table.size) journal.rewrite(snapshot(this.#table));
    const next = this.#table.nextDueMs();
    if (next !== undefined) this.#alarm.set(next - this.#options.clock());
    this.#options.onChange();
  }

  #releaseDue(): void {
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

  /** A message whose delay or visibility timeout is over: seen again, expired, or given up. */
  #release({ message, deliveries }: Entry): void {
    const redrive = this.settings.RedrivePolicy;
    if (this.#isExpired(message)) this.#forget(message.id);
    else if (redrive !== undefined && deliveries.count >= redrive.maxReceiveCount) {
      // Into the other queue first: a crash in between doubles the message, which at-least-once allows.
      this.#options.giveUp(
        redrive.deadLetterTargetArn,
        { ...message, deadLetterSourceArn: this.arn },
        deliveries,
      );
      this.#forget(message.id);
    } else this.#table.update(message.id, { state: "visible" });
  }

  #takeUpTo(max: number, visibilityMs: number): ReceivedMessage[] {
    const taken: ReceivedMessage[] = [];
    for (let entry = this.#table.firstVisible(); entry !== undefined; entry = this.#table.firstVisible()) {
      if (taken.length >= max) break;
      if (this.#isExpired(entry.message)) this.#forget(entry.message.id);
      else taken.push(this.#deliver(entry, visibilityMs));
    }
    return taken;
  }

  #deliver({ message, deliveries: before }: Entry, visibilityMs: number): ReceivedMessage {
    const now = this.#options.clock();
    const deliveries = { count: before.count + 1, firstAtMs: before.firstAtMs ?? now, nonce: randomUUID() };
    this.#options.journal.append([{ kind: "received", id: message.id, ...deliveries }]);
    this.#table.update(message.id, { state: "inFlight", dueAtMs: now + visibilityMs, deliveries });
    const receiptHandle = makeHandle(this.name, { messageId: message.id, nonce: deliveries.nonce });
    return { message, deliveries, receiptHandle };
  }

  /** The message of a handle, if the handle is that of its latest delivery. */
  #held(receiptHandle: string): Entry | undefined {
    const receipt = readHandle(this.name, receiptHandle);
    const entry = this.#table.find(receipt.messageId);
    return entry?.deliveries.nonce === receipt.nonce ? entry : undefined;
  }

  #isExpired(message: Message): boolean {
    return message.sentAtMs + this.settings.MessageRetentionPeriod * 1000 <= this.#options.clock();
  }

  #forget(id: string): void {
    this.#options.journal.append([{ kind: "deleted", id }]);
    this.#table.remove(id);
  }
}
