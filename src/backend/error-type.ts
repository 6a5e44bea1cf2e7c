import { refusalEntries } from "./token-refusal.ts";

/** By which name the API refused, from what `request` of the client rejects with; undefined where it did not answer. */
export function errorTypeOf(error: unknown): string | undefined {
  const type = refusalEntries(error)[0]?.["errorType"];
  return typeof type === "string" ? type : undefined;
}
