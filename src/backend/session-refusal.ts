import { isRecord } from "./parse.ts";

/**
 * How the API refused a guest: `identity` where the ID token or the session does not count (any more), `nothing-here`
 * where LINE's token is good but there is no event for it, `event-gone` where the event's photos have been deleted.
 */
export type Refusal = "identity" | "nothing-here" | "event-gone";

/** Reads what `request` of the client rejects with. Undefined for everything else that can go wrong. */
export function refusalOf(error: unknown): Refusal | undefined {
  return entriesOf(error)
    .map(refusalOfEntry)
    .find((refusal) => refusal !== undefined);
}

function refusalOfEntry(entry: Record<string, unknown>): Refusal | undefined {
  switch (entry["errorType"]) {
    case "EventGone":
      return "event-gone";
    // A resolver: the guest was banned, or the session taken back.
    case "Unauthorized":
      return "identity";
    // The exchange of LINE's ID token; the message is its reason, `token-expired` for example.
    case "SessionRefused":
      return String(entry["message"]).startsWith("token-") ? "identity" : "nothing-here";
    default:
      return isUnauthorizedAnswer(entry) ? "identity" : undefined;
  }
}

function entriesOf(error: unknown): readonly Record<string, unknown>[] {
  return isRecord(error) && Array.isArray(error["errors"]) ? error["errors"].filter(isRecord) : [];
}

/** Whether the API did not take the token itself: one that is over by the API's clock, or that nobody gave out. */
export function isTokenRefused(error: unknown): boolean {
  return entriesOf(error).some(isUnauthorizedAnswer);
}

/** HTTP 401, the door: Amplify wraps the error of its REST part, which keeps the answer. */
function isUnauthorizedAnswer(entry: Record<string, unknown>): boolean {
  const original = entry["originalError"];
  const answer = isRecord(original) ? original["response"] : undefined;
  return isRecord(answer) && answer["statusCode"] === 401;
}
