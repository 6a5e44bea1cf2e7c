import type * as z from "zod";
import type { EventRules } from "#domain/event-rules";
import { eventRulesShape } from "../shared/adapters/event-rules-shape.ts";
import type { Refusal } from "./refusal.ts";

/** Rules and former rules share a row of at most 400 kB with everything else that is known of an event. */
const MOST_CHARACTERS = 50_000;

/** Rules as a host wrote them, or which member of them is wrong and why. */
export function parseRules(written: unknown): { readonly rules: EventRules } | Refusal {
  const { success, data, error } = eventRulesShape.safeParse(written);
  if (!success) return { refused: "BadInput", words: wordsOfIssues("rules", error) };
  if (JSON.stringify(data).length > MOST_CHARACTERS) {
    return { refused: "BadInput", words: `rules: more than ${MOST_CHARACTERS} characters` };
  }
  return { rules: data };
}

/** What is wrong, member by member, below the name of the whole. */
export function wordsOfIssues(name: string, { issues }: z.core.$ZodError): string {
  return issues.map(({ path, message }) => `${[name, ...path].join(".")}: ${message}`).join("; ");
}
