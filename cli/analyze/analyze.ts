import { availableParallelism } from "node:os";
import { resolve } from "node:path";

import { csv } from "./csv.ts";
import { findPictures } from "./find-pictures.ts";
import { jsonLine } from "./json-line.ts";
import { openAlbum } from "./open-album.ts";
import { openSource } from "./open-source.ts";
import { UsageError } from "../usage.ts";
import { type Options, readOptions, usage } from "./options.ts";
import { exitCodeOf, failuresOf, type Outcome } from "./outcome.ts";
import { pictureText } from "./picture-text.ts";
import { ProgressBar } from "./progress-bar.ts";
import { readAll } from "./read-all.ts";
import { summaryTable } from "./summary-table.ts";
import { reportWords } from "./words.ts";

/** Where the command runs. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that names of photos are relative to. */
  readonly cwd: string;
  /** A line for whoever reads the result. */
  readonly print: (line: string) => void;
  /** A line for the person who waits. */
  readonly complain: (line: string) => void;
  /** Writes where a person watches; missing when nobody does. */
  readonly draw?: (text: string) => void;
}

/** Runs the command and gives the number that it ends with; see `usage`. */
export async function analyze(
  args: readonly string[],
  terminal: Terminal,
  open: typeof openSource = openSource,
): Promise<number> {
  try {
    const options = readOptions(args, terminal.env);
    if (options !== "help") return await run(options, terminal, open);
    terminal.print(usage);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.complain(`${error.message}\nnpm run analyze -- --help tells all options.`);
    return 2;
  }
}

async function run(options: Options, terminal: Terminal, open: typeof openSource): Promise<number> {
  const pictures = await findPictures(options.places, terminal.cwd);
  const annotation = options.annotate === undefined ? undefined : resolve(terminal.cwd, options.annotate);
  const album = openAlbum(annotation, pictures, options);
  const workers = options.workers ?? Math.min(pictures.length, availableParallelism(), 4);
  const source = await open(options.source, workers);
  const bar = new ProgressBar(pictures.length, terminal.draw, () => performance.now());
  const read = async (): Promise<readonly Outcome[]> => {
    try {
      return await readAll(source.client, pictures, { ...options, workers }, async (outcome) => {
        if (outcome.kind === "read") await album.add(outcome);
        bar.step(outcome.name);
      });
    } finally {
      bar.end();
      await source.close();
    }
  };
  const outcomes = await read();
  report(outcomes, options, terminal);
  tellFailures(outcomes, pictures.length, options, terminal);
  await album.write(outcomes);
  return Math.max(...outcomes.map(exitCodeOf));
}

function report(outcomes: readonly Outcome[], options: Options, { print }: Terminal): void {
  const { form, language, all } = options;
  if (form === "csv") return print(csv(outcomes));
  if (form === "json") return outcomes.forEach((outcome) => print(jsonLine(outcome, language)));
  const isOne = outcomes.length === 1;
  if (isOne || all)
    outcomes.forEach((outcome) => print(`${pictureText(outcome, options)}${isOne ? "" : "\n"}`));
  if (!isOne) print(summaryTable(outcomes, language));
}

/** Each once, however many photos met it. */
function tellFailures(
  outcomes: readonly Outcome[],
  wanted: number,
  { language }: Options,
  { complain }: Terminal,
): void {
  const failures = new Map(outcomes.flatMap(failuresOf).map((failure) => [failure.what, failure]));
  for (const { what, next } of failures.values()) complain(`\n${what}\n${next}`);
  const untried = wanted - outcomes.length;
  if (untried > 0) complain(reportWords[language].notTried(untried));
}
