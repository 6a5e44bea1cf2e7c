import { isRecord } from "./parse.ts";

/** What the API says about a request, from what `request` of the client rejects with. */
export function refusalEntries(error: unknown): readonly Record<string, unknown>[] {
  return isRecord(error) && Array.isArray(error["errors"]) ? error["errors"].filter(isRecord) : [];
}

/** Whether the API did not take the token itself: one that is over by the API's clock, or that nobody gave out. */
export function isTokenRefused(error: unknown): boolean {
  return refusalEntries(error).some(isUnauthorizedAnswer);
}

/** HTTP 401, the door: Amplify wraps the error of its REST part, which keeps the answer. */
export function isUnauthorizedAnswer(entry: Record<string, unknown>): boolean {
  const original = entry["originalError"];
  const answer = isRecord(original) ? original["response"] : undefined;
  return isRecord(answer) && answer["statusCode"] === 401;
}
