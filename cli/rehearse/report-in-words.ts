import { awsPrices, PRICES_AS_OF, type PricedRegion } from "#domain/aws-prices";
import { costOf, type CostPart, costParts } from "#domain/cost";
import { usageOfRehearsal, usualEvening } from "#domain/rehearsal-cost";
import { isFlawless, type Latencies, type RehearsalReport } from "#domain/rehearsal-report";
import type { ToldRehearsal } from "./rehearsal-api.ts";

/** How far it is, in one line. */
export function progressInWords({ phase, photos, sentSoFar }: ToldRehearsal): string {
  const inWords = {
    drawing: "drawing photos",
    sending: `sending: ${sentSoFar} of ${photos} photos`,
    settling: `${sentSoFar} of ${photos} photos sent; waiting for the last answers`,
    done: "done",
  };
  return inWords[phase];
}

/** H6, H7: what it came to, line by line. */
export function reportInWords(report: RehearsalReport, guests: number): readonly string[] {
  const { sent, stored, shown, ranked, lost, double, latenciesMs, rekognition, line, readsForReal } = report;
  return [
    isFlawless(report) ? "Nothing was lost, and nothing came twice." : "NOT AS IT SHOULD BE:",
    ...report.findings.map((finding) => `  ${finding}`),
    "",
    row("lost", lost),
    row("double", double),
    row("not taken", sent.undelivered),
    row("sent", sent.photos, `${sent.sets} sets, ${sent.unsent} taken back, ${sent.chats} other messages`),
    row("stored", stored, `${shown} shown`),
    row("ranked", ranked, `of ${report.guests} guests with photos`),
    "",
    columns("seconds", ["p50", "p95", "p99", "max"]),
    latencyRow("until stored", latenciesMs.stored),
    latencyRow("until answered", latenciesMs.answered),
    "",
    `Rekognition (${readsForReal ? "asked" : "would have been asked"}): ${counted(rekognition)}`,
    `LINE (would have been asked): ${counted(line)}`,
    "",
    ...costInWords(report, guests),
  ];
}

const NAME = 16;
const NUMBER = 10;
const PART = 30;

const row = (name: string, count: number, more = ""): string =>
  `${name.padEnd(NAME)}${String(count).padStart(NUMBER)}${more === "" ? "" : `  ${more}`}`;

const columns = (name: string, cells: readonly string[], width = NAME): string =>
  name.padEnd(width) + cells.map((cell) => cell.padStart(NUMBER + 2)).join("");

function latencyRow(name: string, told: Latencies | undefined): string {
  if (told === undefined) return columns(name, ["–", "–", "–", "–"]);
  return columns(
    name,
    [told.p50, told.p95, told.p99, told.max].map((ms) => (ms / 1_000).toFixed(1)),
  );
}

const counted = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(", ");

const regions: Readonly<Record<PricedRegion, string>> = {
  "ap-northeast-1": "Tokyo",
  "us-east-1": "N. Virginia",
};
const parts: Readonly<Record<CostPart, string>> = {
  rekognition: "Rekognition",
  api: "AppSync",
  lambda: "Lambda",
  tables: "DynamoDB",
  storage: "S3",
  cdn: "CloudFront",
  rest: "the rest, a month of standing by",
};

function costInWords(report: RehearsalReport, guests: number): readonly string[] {
  const usage = usageOfRehearsal(report, { guests });
  const { openMinutes, screens, retentionDays } = usualEvening;
  const costs = [awsPrices["ap-northeast-1"], awsPrices["us-east-1"]].map((prices) => costOf(usage, prices));
  const told = (part: CostPart | "total"): readonly string[] =>
    costs.map((cost) => `$${cost[part].toFixed(2)}`);
  const names = Object.values(regions);
  return [
    `Such an evening on AWS (${openMinutes / 60} hours, ${screens} screens, photos kept for ${retentionDays} days), at prices of ${PRICES_AS_OF}, in US dollars without tax and LINE:`,
    columns("", names, PART + 4),
    ...costParts.map((part) => columns(parts[part], told(part), PART + 4)),
    columns("total", told("total"), PART + 4),
  ];
}
