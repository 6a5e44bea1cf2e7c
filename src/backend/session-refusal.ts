import { isUnauthorizedAnswer, refusalEntries } from "./token-refusal.ts";

/**
 * How the API refused a guest: `identity` where the ID token or the session does not count (any more), `nothing-here`
 * where LINE's token is good but there is no event for it, `event-gone` where the event's photos have been deleted.
 */
export type Refusal = "identity" | "nothing-here" | "event-gone";

/** Reads what `request` of the client rejects with. Undefined for everything else that can go wrong. */
export function refusalOf(error: unknown): Refusal | undefined {
  return refusalEntries(error)
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
