import { AwsError } from "../service.ts";
import { type Alarm, createAlarm } from "./alarm.ts";
import { MessageStore } from "./message-store.ts";
import type { QueueCounts } from "./message-table.ts";
import type { Deliveries, Message, ReceivedMessage } from "./message.ts";
import type { NewMessage, QueueOptions, ReceiveRequest } from "./queue-options.ts";
import type { QueueSettings } from "./queue-settings.ts";
import { createWaitingReceivers } from "./waiting-receivers.ts";

const RETRY_AFTER_FAULT_MS = 1000;

/** One standard queue. Every change is in the journal before the caller learns of it. */
export class Queue {
  readonly name: string;
  readonly arn: string;
  readonly #options: QueueOptions;
  readonly #messages: MessageStore;
  readonly #receivers = createWaitingReceivers();
  readonly #alarm: Alarm;
  #closed = false;

  constructor(options: QueueOptions) {
    this.name = options.name;
    this.arn = options.arn;
    this.#options = options;
    this.#messages = new MessageStore(options);
    this.#alarm = createAlarm(() => this.#settle());
    this.#settle();
  }

  get settings(): QueueSettings {
    return this.#messages.settings;
  }

  set settings(settings: QueueSettings) {
    this.#messages.settings = settings;
  }

  send(messages: readonly NewMessage[]): void {
    this.#messages.add(messages);
    this.#settle();
  }

  /** Takes over a dead letter with its history. */
  accept(message: Message, deliveries: Deliveries): void {
    this.#messages.accept(message, deliveries);
    this.#settle();
  }

  /** Answers at once when there is something, else when something arrives or `waitMs` are over. */
  async receive(request: ReceiveRequest): Promise<readonly ReceivedMessage[]> {
    const { max, waitMs, visibilityMs = this.settings.VisibilityTimeout * 1000, signal } = request;
    if (this.#closed || signal?.aborted) return [];
    this.#settle();
    const received = this.#messages.take(max, visibilityMs);
    this.#settle();
    if (received.length > 0 || waitMs === 0) return received;
    return this.#receivers.wait({ max, visibilityMs }, waitMs, signal);
  }

  /** An outdated handle deletes nothing, without an error, as on AWS. Throws `ReceiptHandleIsInvalid`. */
  delete(receiptHandle: string): void {
    const entry = this.#messages.held(receiptHandle);
    if (entry === undefined) return;
    this.#messages.delete(entry);
    this.#settle();
  }

  /** Throws `ReceiptHandleIsInvalid` or `MessageNotInflight`. */
  changeVisibility(receiptHandle: string, visibilityMs: number): void {
    const entry = this.#messages.held(receiptHandle);
    if (entry?.state !== "inFlight") {
      throw new AwsError("MessageNotInflight", "The message referred to is not in flight.");
    }
    this.#messages.hide(entry, visibilityMs);
    this.#settle();
  }

  purge(): void {
    this.#messages.purge();
    this.#settle();
  }

  /** Hands every visible message to `take` and forgets it only then: a crash in between doubles, never loses. */
  moveAll(take: (message: Message) => void): void {
    this.#messages.moveAll(take);
    this.#settle();
  }

  /** As if the visibility timeout of every message in flight were over now; returns how many. */
  releaseInFlight(): number {
    const released = this.#messages.releaseInFlight();
    this.#settle();
    return released;
  }

  counts(): QueueCounts {
    return this.#messages.counts();
  }

  /** How long the oldest message has been here, as CloudWatch counts it. */
  oldestAgeS(): number {
    return this.#messages.oldestAgeS();
  }

  /** How many long polls wait now. */
  get waiting(): number {
    return this.#receivers.count;
  }

  /** Looks at the clock at once, for tests that moved it. */
  tick(): void {
    this.#messages.forgetExpired();
    this.#settle();
  }

  close(): void {
    this.#closed = true;
    this.#alarm.stop();
    this.#receivers.dismiss();
    this.#messages.close();
  }

  /**
   * After every change: what is due becomes visible, who waits is served, the next due time gets its timer. The change
   * itself is done: a fault of what follows from it, such as a full disk, is reported, and tried again a second later.
   */
  #settle(): void {
    let afterMs: number | undefined;
    try {
      this.#messages.releaseDue();
      this.#serveWaiting();
      this.#messages.shortenJournal();
      afterMs = this.#messages.nextDueInMs();
    } catch (error) {
      this.#options.onFault(error);
      afterMs = RETRY_AFTER_FAULT_MS;
    }
    if (afterMs !== undefined) this.#alarm.set(afterMs);
    this.#options.onChange();
  }

  #serveWaiting(): void {
    for (let one = this.#receivers.first(); one !== undefined; one = this.#receivers.first()) {
      const received = this.#messages.take(one.max, one.visibilityMs);
      if (received.length === 0) break;
      one.answer(received);
    }
  }
}
