import { signatureOf } from "../shared/line-signature.ts";

/** LINE waits two seconds; drawn guests somewhat longer, so that who is slow is not buried under repetitions as well. */
const TIMEOUT_MS = 6_000;
/** Nobody's: the bot does not look at it. */
const DESTINATION = "U00000000000000000000000000000000";

/** Signs events and posts them as LINE does; the answer's status, 0 when none came in time. Never throws. */
export function createDelivery(
  url: string,
  channelSecret: string,
): (events: readonly object[]) => Promise<number> {
  return async (events) => {
    const body = JSON.stringify({ destination: DESTINATION, events });
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: {
          "content-type": "application/json; charset=utf-8",
          "x-line-signature": signatureOf(channelSecret, Buffer.from(body)),
        },
        body,
        redirect: "manual",
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await response.arrayBuffer();
      return response.status;
    } catch {
      return 0; // the caller delivers again, and counts it
    }
  };
}
