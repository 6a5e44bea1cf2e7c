import { sign } from "./sign.ts";
import { postWebhook, signedWebhook, type WebhookOutcome } from "./webhook-client.ts";
import type { WebhookSettings } from "./webhook-settings.ts";

export interface EndpointPorts {
  readonly channelSecret: string;
  readonly destination: string;
  readonly settings: WebhookSettings;
  configuredUrl(): string;
}

/** Where the bot listens. */
export class WebhookEndpoint {
  readonly #ports: EndpointPorts;
  #override: string | undefined;

  constructor(ports: EndpointPorts) {
    this.#ports = ports;
  }

  url(): string {
    return this.#override ?? this.#ports.configuredUrl();
  }

  use(url: string): void {
    this.#override = url;
  }

  /** Sends `events: []`, signed as any other webhook. */
  test(url: string): Promise<WebhookOutcome> {
    const { channelSecret, destination, settings } = this.#ports;
    const to = { url, timeoutMs: settings.timeoutMs };
    return postWebhook(signedWebhook({ destination, events: [] }, channelSecret, to));
  }

  /** Sends these very bytes. Without `signature` they are signed rightly; null sends no signature at all. */
  sendRaw(body: Buffer | string, signature?: string | null): Promise<WebhookOutcome> {
    const { channelSecret, settings } = this.#ports;
    return postWebhook({
      url: this.url(),
      body,
      signature: signature === undefined ? sign(body, channelSecret) : signature,
      timeoutMs: settings.timeoutMs,
    });
  }
}
