/** How webhooks travel. Times are real time, not the stand-in's clock: they bound real network calls. */
export interface WebhookSettings {
  /** LINE sends an event again that got no 2xx (a switch in the console, off by default at LINE, on here). */
  redelivery: boolean;
  /** Waits before each further attempt. LINE does not disclose its own. */
  redeliveryDelaysMs: readonly number[];
  /** LINE gives up on an answer after two seconds. */
  timeoutMs: number;
  /**
   * Events that happen within this time travel in one webhook, whoever they are from, as LINE may send them; each has
   * one of its own when it is 0.
   */
  gatherMs: number;
  /** In `standby` events carry no reply token and the bot should keep quiet. */
  mode: "active" | "standby";
}

export const DEFAULT_WEBHOOK_SETTINGS: WebhookSettings = {
  redelivery: true,
  redeliveryDelaysMs: [1_000, 5_000, 15_000],
  timeoutMs: 2_000,
  gatherMs: 0,
  mode: "active",
};
