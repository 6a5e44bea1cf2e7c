import type { Language } from "#domain/language";
import { points, toTenths } from "#domain/scoring";
import { columnsOf, padEnd, padStart, printable } from "./columns.ts";
import type { Outcome } from "./outcome.ts";
import type { ReportWords } from "./report-words.ts";
import { reportWords } from "./words.ts";

/** One line for each picture, and the sum. */
export function summaryTable(outcomes: readonly Outcome[], language: Language): string {
  const words = reportWords[language];
  const heads = [words.photo, words.facesHead, words.score, words.note];
  const rows = outcomes.map((outcome) => cellsOf(outcome, words));
  const widths = [0, 1, 2].map((column) =>
    Math.max(...[heads, ...rows].map((cells) => columnsOf(cells[column] ?? ""))),
  );
  const lineOf = ([name = "", faces = "", score = "", note = ""]: readonly string[]): string =>
    [padEnd(name, widths[0] ?? 0), padStart(faces, widths[1] ?? 0), padStart(score, widths[2] ?? 0), note]
      .join("  ")
      .trimEnd();
  return [lineOf(heads), ...rows.map(lineOf), "", sumOf(outcomes, words)].join("\n");
}

function cellsOf(outcome: Outcome, words: ReportWords): readonly string[] {
  const name = printable(outcome.name);
  if (outcome.kind === "unreadable") return [name, "", "", `${words.cannotBeRead}: ${outcome.why}`];
  if (outcome.kind === "failed") return [name, "", "", words.failed];
  return [name, `${outcome.faces.length}`, points(outcome.scored.score), noteOf(outcome, words)];
}

const MOST_LABELS = 4;

function noteOf(outcome: Extract<Outcome, { kind: "read" }>, words: ReportWords): string {
  const { labels, moderation, scaled, size } = outcome;
  const unsafe = moderation?.kind === "answered" ? moderation.answer.flatMap(({ Name }) => Name ?? []) : [];
  const seen =
    labels?.kind === "answered" ? labels.answer.read.slice(0, MOST_LABELS).map(({ name }) => name) : [];
  return [
    ...(unsafe.length > 0 ? [`${words.moderation}: ${unsafe.join(", ")}`] : []),
    ...(moderation?.kind === "failed" ? [`${words.moderation}: ${words.notChecked}`] : []),
    ...(labels?.kind === "failed" ? [`${words.labels}: ${words.notChecked}`] : []),
    ...(scaled ? [words.scaled(`${size.width} × ${size.height}`, `${scaled.width} × ${scaled.height}`)] : []),
    ...seen,
  ].join(", ");
}

function sumOf(outcomes: readonly Outcome[], words: ReportWords): string {
  const read = outcomes.filter((outcome) => outcome.kind === "read");
  const faces = read.reduce((sum, outcome) => sum + outcome.faces.length, 0);
  const score = toTenths(read.reduce((sum, outcome) => sum + outcome.scored.score, 0));
  const empty = read.filter((outcome) => outcome.faces.length === 0).length;
  const isUnchecked = read.some(({ moderation }) => moderation?.kind === "local");
  const unread = outcomes.length - read.length;
  const sum = [
    words.total(outcomes.length, faces, points(score)),
    ...(empty > 0 ? [words.withoutFaces(empty)] : []),
    ...(unread > 0 ? [words.unreadable(unread)] : []),
  ].join(", ");
  return isUnchecked ? `${sum}\n${words.moderation}: ${words.notAvailableLocally}` : sum;
}
