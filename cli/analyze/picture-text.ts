import { explain } from "#domain/words/explanation";
import { points } from "#domain/scoring";
import type { Label } from "#domain/label";
import { columnsOf, padEnd, printable } from "./columns.ts";
import { faceLines } from "./face-lines.ts";
import type { Options } from "./options.ts";
import type { Answered, Outcome, ReadPicture } from "./outcome.ts";
import type { ReportWords } from "./report-words.ts";
import { reportWords } from "./words.ts";

type Taste = Pick<Options, "language" | "all">;

/** All that was read on one picture, for people. */
export function pictureText(outcome: Outcome, taste: Taste): string {
  const words = reportWords[taste.language];
  const name = printable(outcome.name);
  if (outcome.kind === "unreadable") return `${name}: ${words.cannotBeRead}. ${outcome.why}`;
  if (outcome.kind === "failed") return `${name}: ${words.failed}.`;
  return [
    `${name}  ${outcome.size.width} × ${outcome.size.height}`,
    ...scaledLine(outcome, words),
    `${words.faces(outcome.faces.length)}, ${points(outcome.scored.score)}`,
    ...explanationLines(outcome, taste, words),
    ...labelLines(outcome.labels, words),
    ...moderationLines(outcome.moderation, words),
  ].join("\n");
}

function scaledLine({ scaled, size }: ReadPicture, words: ReportWords): readonly string[] {
  if (scaled === undefined) return [];
  const megabytes = (scaled.sizeBytes / 1024 / 1024).toFixed(1);
  return [
    words.scaled(`${size.width} × ${size.height}`, `${scaled.width} × ${scaled.height}, ${megabytes} MB`),
  ];
}

function explanationLines(
  { scored, details }: ReadPicture,
  { language, all }: Taste,
  words: ReportWords,
): readonly string[] {
  const { lead, faces, notes } = explain(scored, {}, language);
  const blocks = details.map((detail, index) => [
    "",
    faces[index] ?? "",
    ...indented(faceLines(detail, words, all)),
  ]);
  return [lead, ...notes, ...blocks.flat()];
}

function indented(lines: readonly (readonly [string, string])[]): readonly string[] {
  const widest = Math.max(...lines.map(([what]) => columnsOf(what)));
  return lines.map(([what, read]) => `  ${padEnd(what, widest)}  ${read}`);
}

function labelLines(labels: ReadPicture["labels"], words: ReportWords): readonly string[] {
  if (labels === undefined) return [];
  if (labels.kind !== "answered") return ["", `${words.labels}: ${notAnswered(labels, words)}`];
  const { read } = labels.answer;
  if (read.length === 0) return ["", `${words.labels}: ${words.nothing}`];
  return ["", words.labels, ...indented(read.map((label) => [label.name, labelText(label, words)]))];
}

function labelText({ confidence, parents, instances }: Label, words: ReportWords): string {
  const boxes = instances.map(({ box }) =>
    [box.left, box.top, box.width, box.height].map((ratio) => `${Math.round(ratio * 100)}`).join(" "),
  );
  return [
    `${confidence.toFixed(1)} %`,
    ...(parents.length > 0 ? [`${words.isA} ${parents.join(", ")}`] : []),
    ...(boxes.length > 0 ? [`${words.times(boxes.length)} (% ${boxes.join("; ")})`] : []),
  ].join("  ");
}

function moderationLines(moderation: ReadPicture["moderation"], words: ReportWords): readonly string[] {
  if (moderation === undefined) return [];
  if (moderation.kind !== "answered") return ["", `${words.moderation}: ${notAnswered(moderation, words)}`];
  if (moderation.answer.length === 0) return ["", `${words.moderation}: ${words.nothing}`];
  const lines = moderation.answer.map(({ Name = "", Confidence = 0, ParentName = "" }) => {
    const parent = ParentName === "" ? "" : `  ${words.isA} ${ParentName}`;
    return [Name, `${Confidence.toFixed(1)} %${parent}`] as const;
  });
  return ["", words.moderation, ...indented(lines)];
}

const notAnswered = (
  { kind }: Exclude<Answered<unknown>, { kind: "answered" }>,
  words: ReportWords,
): string => (kind === "local" ? words.notAvailableLocally : words.notChecked);
