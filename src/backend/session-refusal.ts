import { isRecord } from "./parse.ts";

/**
 * How the API refused a guest: `identity` where the ID token or the session does not count (any more), `event-gone`
 * where the event's photos have been deleted. Undefined for everything else that can go wrong.
 */
export type Refusal = "identity" | "event-gone";

// Unauthorized: a resolver, for a banned guest. SessionRefused: the exchange of LINE's ID token.
const identityErrors = ["UnauthorizedException", "Unauthorized", "SessionRefused"];

/** Reads what `request` of the client rejects with. */
export function refusalOf(error: unknown): Refusal | undefined {
  const names = errorNames(error);
  if (names.includes("EventGone")) return "event-gone";
  const isIdentity = names.some((name) => identityErrors.includes(name));
  return isIdentity || entriesOf(error).some(isUnauthorizedAnswer) ? "identity" : undefined;
}

function errorNames(error: unknown): readonly string[] {
  return entriesOf(error)
    .map((entry) => entry["errorType"])
    .filter((name) => typeof name === "string");
}

function entriesOf(error: unknown): readonly Record<string, unknown>[] {
  return isRecord(error) && Array.isArray(error["errors"]) ? error["errors"].filter(isRecord) : [];
}

/** HTTP 401, the door: Amplify wraps the error of its REST part, which keeps the answer. */
function isUnauthorizedAnswer(entry: Record<string, unknown>): boolean {
  const original = entry["originalError"];
  const answer = isRecord(original) ? original["response"] : undefined;
  return isRecord(answer) && answer["statusCode"] === 401;
}
