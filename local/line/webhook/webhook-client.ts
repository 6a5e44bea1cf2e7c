import { sign } from "./sign.ts";

/** LINE's own names of what went wrong. */
export type WebhookReason =
  | "OK"
  | "COULD_NOT_CONNECT"
  | "REQUEST_TIMEOUT"
  | "ERROR_STATUS_CODE"
  | "UNCLASSIFIED";

export interface WebhookOutcome {
  readonly success: boolean;
  /** 0 when no answer came. */
  readonly statusCode: number;
  readonly reason: WebhookReason;
  readonly detail: string;
}

export interface RawWebhook {
  readonly url: string;
  readonly body: Buffer | string;
  /** Null: no header at all. */
  readonly signature: string | null;
  readonly timeoutMs: number;
}

function failure(error: unknown): WebhookOutcome {
  const isLate = error instanceof DOMException && error.name === "TimeoutError";
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
  return {
    success: false,
    statusCode: 0,
    reason: isLate ? "REQUEST_TIMEOUT" : "COULD_NOT_CONNECT",
    detail: isLate ? "no response in time" : cause,
  };
}

/** Sends these very bytes to the bot's server. Never throws. */
export async function postWebhook(webhook: RawWebhook): Promise<WebhookOutcome> {
  const { url, body, signature, timeoutMs } = webhook;
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/json; charset=utf-8",
        "user-agent": "LineBotWebhook/2.0",
        ...(signature === null ? {} : { "x-line-signature": signature }),
      },
      body: typeof body === "string" ? body : new Uint8Array(body),
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.arrayBuffer();
    const detail = String(response.status);
    return {
      success: response.ok,
      statusCode: response.status,
      reason: response.ok ? "OK" : "ERROR_STATUS_CODE",
      detail,
    };
  } catch (error) {
    return failure(error);
  }
}

export function signedWebhook(
  content: unknown,
  channelSecret: string,
  to: { url: string; timeoutMs: number },
): RawWebhook {
  const body = JSON.stringify(content);
  return { ...to, body, signature: sign(body, channelSecret) };
}
