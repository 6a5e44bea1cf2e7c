import { setTimeout as wait } from "node:timers/promises";
import { isDiskFull } from "../../faults/disk-full.ts";
import type { Faults } from "../../faults/faults.ts";
import type { Shelf } from "../memory/shelf.ts";
import { postWebhook, signedWebhook, type WebhookOutcome } from "./webhook-client.ts";
import type { PendingEvent } from "./webhook-event.ts";
import type { WebhookSettings } from "./webhook-settings.ts";

export interface DeliveryPorts {
  readonly channelSecret: string;
  /** The bot's user id. */
  readonly destination: string;
  readonly settings: WebhookSettings;
  /** Doubles events and lets them overtake one another. */
  readonly faults: Faults;
  readonly pending: Shelf<PendingEvent>;
  url(): string;
  /** An attempt begins. */
  sending(pending: PendingEvent): void;
  /** The last attempt is over. */
  settled(pending: PendingEvent, outcome: WebhookOutcome): void;
}

const ROOM_RETRY_MS = 500;

/** Brings events to the bot's server, again and again if redelivery is on. What is not accepted survives a restart. */
export class Deliveries {
  readonly #ports: DeliveryPorts;
  readonly #running = new Set<Promise<void>>();
  readonly #closing = new AbortController();
  #gathered: PendingEvent[] = [];

  constructor(ports: DeliveryPorts) {
    this.#ports = ports;
  }

  send(event: PendingEvent): void {
    this.#ports.pending.set(event.event.webhookEventId, event);
    this.#gather(event);
    const { faults } = this.#ports;
    const { duplicate = 0 } = faults.plan.webhooks ?? {};
    const copies = Math.floor(duplicate) + (faults.strikes(duplicate % 1) ? 1 : 0);
    for (let copy = 0; copy < copies; copy += 1) this.#track(this.#deliverCopy(event));
  }

  /** Takes up what an older process had not delivered. */
  resume(): void {
    for (const event of this.#ports.pending.values()) this.#track(this.#deliver([event], 1));
  }

  /** Resolves when nothing is on its way. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.idle();
  }

  /** The first event of a webhook waits for others to join it. */
  #gather(event: PendingEvent): void {
    this.#gathered.push(event);
    if (this.#gathered.length === 1) this.#track(this.#deliverGathered());
  }

  async #deliverGathered(): Promise<void> {
    const { gatherMs } = this.#ports.settings;
    if (gatherMs > 0) await this.#pause(gatherMs);
    const events = this.#gathered;
    this.#gathered = [];
    await this.#deliver(events, 0);
  }

  #track(work: Promise<unknown>): void {
    const run = work.then(() => {}).finally(() => this.#running.delete(run));
    this.#running.add(run);
  }

  /** Together they are accepted, or sent again. */
  async #deliver(events: readonly PendingEvent[], firstAttempt: number): Promise<void> {
    const { settings } = this.#ports;
    await this.#straggle();
    for (let attempt = firstAttempt; !this.#closing.signal.aborted; attempt += 1) {
      const outcome = await this.#attempt(events, attempt > 0);
      const delayMs = settings.redelivery ? settings.redeliveryDelaysMs[attempt] : undefined;
      if (outcome.success || delayMs === undefined) {
        for (const event of events) await this.#settle(event, outcome);
        return;
      }
      await this.#pause(delayMs);
    }
  }

  async #settle(event: PendingEvent, outcome: WebhookOutcome): Promise<void> {
    // Forgotten last: whoever dies in between delivers once more, and does not forget how it ended.
    await this.#note(() => this.#ports.settled(event, outcome));
    await this.#note(() => this.#ports.pending.delete(event.event.webhookEventId));
  }

  async #deliverCopy(event: PendingEvent): Promise<void> {
    await this.#straggle();
    if (!this.#closing.signal.aborted) await this.#attempt([event], false);
  }

  async #straggle(): Promise<void> {
    const { faults } = this.#ports;
    const { jitterMs = 0 } = faults.plan.webhooks ?? {};
    if (jitterMs > 0) await this.#pause(faults.between(0, jitterMs));
  }

  async #attempt(events: readonly PendingEvent[], isRedelivery: boolean): Promise<WebhookOutcome> {
    const { channelSecret, destination, settings } = this.#ports;
    for (const event of events) await this.#note(() => this.#ports.sending(event));
    const sent = events.map(({ event }) => ({ ...event, deliveryContext: { isRedelivery } }));
    const to = { url: this.#ports.url(), timeoutMs: settings.timeoutMs };
    return postWebhook(signedWebhook({ destination, events: sent }, channelSecret, to));
  }

  /** While the disk is full the delivery waits with what it has to write down; nobody is there to be told. */
  async #note(write: () => void): Promise<void> {
    do {
      try {
        return write();
      } catch (error) {
        if (!isDiskFull(error)) throw error;
      }
      await this.#pause(ROOM_RETRY_MS);
    } while (!this.#closing.signal.aborted);
  }

  /** Ends early, and without a complaint, when the stand-in closes. */
  async #pause(delayMs: number): Promise<void> {
    await wait(delayMs, undefined, { signal: this.#closing.signal }).catch(() => {});
  }
}
