import type { Language } from "#domain/language";
import { hostAuditWords } from "#domain/words/host-audit";
import type { AuditEntry } from "../../backend/host-audit-entry.ts";
import type { AuditBackend } from "./audit-backend.ts";
import { csvOf } from "./audit-csv.ts";
import { undoneBy } from "./audit-trail.ts";
import { changedFacts, type ChangedFact } from "./changed-facts.ts";
import { readNames } from "./read-names.ts";
import { type GuestNames, tellEntry } from "./tell-entry.ts";
import { touchedGuests } from "./touched.ts";

export type ExportFormat = "csv" | "json";

const PAGE = 100;

interface Options {
  readonly eventId: string;
  readonly backend: Pick<AuditBackend, "readPage" | "readGuest">;
  readonly format: ExportFormat;
  readonly language: Language;
  /** How many entries have been read. */
  readonly onProgress: (entries: number) => void;
  readonly signal: AbortSignal;
}

/** The whole trail as the text of a file, the newest first, and how many entries it has. */
export async function exportTrail(
  options: Options,
): Promise<{ readonly text: string; readonly entries: number }> {
  const { eventId, backend, format, language, signal } = options;
  const entries = await readWhole(options);
  if (format === "json")
    return { text: JSON.stringify(entries.map(plain), null, 2), entries: entries.length };
  const ids = new Set(entries.flatMap((entry) => touchedGuests(entry)));
  const names = await readNames(eventId, backend, [...ids], signal);
  return { text: csvOf(table(entries, names, language)), entries: entries.length };
}

async function readWhole({ eventId, backend, onProgress, signal }: Options): Promise<readonly AuditEntry[]> {
  const entries: AuditEntry[] = [];
  let nextToken: string | null = null;
  do {
    const page = await backend.readPage(eventId, nextToken, PAGE);
    signal.throwIfAborted();
    entries.push(...page.entries);
    onProgress(entries.length);
    ({ nextToken } = page);
  } while (nextToken !== null);
  return entries;
}

function plain({ at, ...entry }: AuditEntry) {
  return { at: new Date(at).toISOString(), ...entry };
}

function table(
  entries: readonly AuditEntry[],
  names: GuestNames,
  language: Language,
): readonly (readonly string[])[] {
  const words = hostAuditWords[language];
  const { at, host, deed, before, after, state } = words.columns;
  const undone = undoneBy(entries);
  const side = (facts: readonly ChangedFact[], which: "before" | "after") =>
    facts.map((fact) => `${fact.name}: ${fact[which]}`).join("\n");
  const rows = entries.map((entry) => {
    const facts = changedFacts(entry, language);
    const became = !entry.isDone ? "not-done" : undone.has(entry.entryId) ? "undone" : "done";
    return [
      localTime(entry.at),
      entry.actorName,
      tellEntry(entry, names, language),
      side(facts, "before"),
      side(facts, "after"),
      words.fileStates[became],
    ];
  });
  return [[at, host, deed, before, after, state], ...rows];
}

/** `2026-11-21 19:42:03`, by the clock of the host's machine: what a spreadsheet takes for a time. */
function localTime(at: number): string {
  const date = new Date(at);
  const two = (number: number) => String(number).padStart(2, "0");
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join("-");
  return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(":")}`;
}
