import { cpus, totalmem } from "node:os";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { clone } from "../fixtures/clone.ts";
import { analyzing } from "./analyze.ts";
import { archive } from "./archive.ts";
import { boardFrames } from "./board-frames.ts";
import { boardHour } from "./board-hour.ts";
import { bundles } from "./bundles.ts";
import { burst } from "./burst.ts";
import { duplicates } from "./duplicates.ts";
import { eventExport } from "./event-export.ts";
import { faceReading } from "./face-reading.ts";
import { hostDecisions } from "./host-decisions.ts";
import { hostQueue } from "./host-queue.ts";
import { installation } from "./installation.ts";
import { liffSlowPhone } from "./liff-slow-phone.ts";
import type { Measurement, Row } from "./measurement.ts";
import { pageSizes } from "./page-sizes.ts";
import { displayCopies } from "./pictures.ts";
import { photoWay } from "./photo-way.ts";
import { readyTime } from "./ready-time.ts";
import { rehearsal } from "./rehearsal.ts";
import { webhookLoad } from "./webhook-load.ts";

const report = join(clone, "docs", "performance.md");
const marks = /(<!-- measured -->)[\s\S]*(<!-- \/measured -->)/;

const all: readonly Measurement[] = [
  bundles,
  readyTime,
  pageSizes,
  liffSlowPhone,
  faceReading,
  analyzing,
  displayCopies,
  duplicates,
  photoWay,
  hostDecisions,
  webhookLoad,
  burst,
  rehearsal,
  hostQueue,
  boardFrames,
  boardHour,
  archive,
  eventExport,
  installation,
];

// `npm run bench -- bundles "face reading"` runs some of them and writes nothing; with `--write` their rows are replaced.
const { values: options, positionals: wanted } = parseArgs({
  options: { write: { type: "boolean", default: false } },
  allowPositionals: true,
});
const chosen = all.filter(({ name, isOnlyByName }) =>
  wanted.length === 0 ? isOnlyByName !== true : wanted.includes(name),
);
if (chosen.length === 0) throw new Error(`Choose from: ${all.map(({ name }) => name).join(", ")}`);

const rows: Row[] = [];
for (const measurement of chosen) {
  console.log(`— ${measurement.name}`);
  for (const row of await measurement.run()) {
    console.log(`  ${row.what}: ${row.measured}${row.budget === undefined ? "" : ` (budget ${row.budget})`}`);
    rows.push(row);
  }
}
if (wanted.length === 0) writeReport(knownLines().filter(isOnlyByName));
else if (options.write) writeReport(knownLines());
process.exit(0);

/** The table between the two marks of docs/performance.md: rows that were measured anew in the place of the old ones. */
function writeReport(known: readonly string[]): void {
  const [cpu] = cpus();
  const machine = `${cpus().length} × ${cpu?.model.trim() ?? "unknown"}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.versions.node}`;
  const lines = new Map(known.map((line) => [whatOf(line), line]));
  for (const { what, measured, budget = "" } of rows)
    lines.set(what, `| ${what} | ${measured} | ${budget} |`);
  const table = [
    `Machine: ${machine}. Date: ${new Date().toISOString().slice(0, 10)}.`,
    "",
    "| what | measured | budget |",
    "|---|---|---|",
    ...lines.values(),
  ].join("\n");
  writeFileSync(report, readFileSync(report, "utf8").replace(marks, `$1\n${table}\n$2`));
}

function knownLines(): readonly string[] {
  const [table = ""] = marks.exec(readFileSync(report, "utf8")) ?? [];
  return table.split("\n").filter((line) => line.startsWith("| ") && whatOf(line) !== "what");
}

/** Rows of a measurement that was not asked for stay; they begin with its name. */
function isOnlyByName(line: string): boolean {
  return all.some((measurement) => measurement.isOnlyByName && whatOf(line).startsWith(measurement.name));
}

function whatOf(line: string): string {
  return line.split(" | ")[0]?.replace(/^\| /, "") ?? "";
}
