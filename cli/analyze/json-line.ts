import { explain } from "#domain/words/explanation";
import type { Language } from "#domain/language";
import type { Answered, Outcome } from "./outcome.ts";

/**
 * One picture as one line: `faces`, `labels` and `moderation` in Rekognition's own shapes, `null` for what was asked
 * for and could not be told.
 */
export function jsonLine(outcome: Outcome, language: Language): string {
  return JSON.stringify(shapeOf(outcome, language));
}

function shapeOf(outcome: Outcome, language: Language): object {
  const { name: photo } = outcome;
  if (outcome.kind === "unreadable") return { photo, problem: { kind: "unreadable", what: outcome.why } };
  if (outcome.kind === "failed") return { photo, problem: { kind: "service", ...wordsOf(outcome.failure) } };
  const { size, scaled, details, scored, labels, moderation } = outcome;
  const notChecked = {
    ...reasonOf("labels", labels),
    ...reasonOf("moderation", moderation),
  };
  return {
    photo,
    ...size,
    ...(scaled && { scaled }),
    faces: details,
    ...(labels && { labels: labels.kind === "answered" ? labels.answer.raw : null }),
    ...(moderation && { moderation: moderation.kind === "answered" ? moderation.answer : null }),
    ...(Object.keys(notChecked).length > 0 && { notChecked }),
    score: scored.score,
    points: scored.faces,
    explanation: explain(scored, {}, language),
  };
}

function reasonOf(what: string, answered: Answered<unknown> | undefined): object {
  if (answered === undefined || answered.kind === "answered") return {};
  return { [what]: answered.kind === "local" ? "not available locally" : wordsOf(answered.failure) };
}

const wordsOf = ({ what, next }: { readonly what: string; readonly next: string }): object => ({
  what,
  next,
});
