import type { Answered, Outcome } from "./outcome.ts";

const heads = ["photo", "width", "height", "faces", "score", "labels", "moderation", "problem"] as const;

/** One row for each picture, as in RFC 4180. An empty cell is not known. */
export function csv(outcomes: readonly Outcome[]): string {
  return [heads.join(","), ...outcomes.map((outcome) => cellsOf(outcome).map(quoted).join(","))].join("\r\n");
}

function cellsOf(outcome: Outcome): readonly (string | number)[] {
  const { name } = outcome;
  if (outcome.kind === "unreadable") return [name, "", "", "", "", "", "", outcome.why];
  if (outcome.kind === "failed") return [name, "", "", "", "", "", "", outcome.failure.what];
  const { size, faces, scored, labels, moderation } = outcome;
  return [
    name,
    size.width,
    size.height,
    faces.length,
    scored.score,
    answerOf(labels)
      ?.read.map((label) => label.name)
      .join("; ") ?? "",
    answerOf(moderation)
      ?.flatMap(({ Name }) => Name ?? [])
      .join("; ") ?? "",
    [labels, moderation].flatMap((each) => (each?.kind === "failed" ? [each.failure.what] : [])).join(" "),
  ];
}

const answerOf = <T>(answered: Answered<T> | undefined): T | undefined =>
  answered?.kind === "answered" ? answered.answer : undefined;

function quoted(cell: string | number): string {
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
