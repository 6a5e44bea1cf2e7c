import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { EventRules } from "#domain/event-rules";
import { parseRules } from "../../functions/host-actions/parse-rules.ts";
import { findStack } from "../find-stack.ts";
import { Refused } from "../ask-api.ts";
import { createHostApi, type HostApi, type JobState } from "./host-api.ts";
import { UsageError } from "../usage.ts";
import { type Options, readOptions, usage } from "./options.ts";
import { changesInWords, rulesInWords } from "./rules-in-words.ts";
import { signInHost } from "./sign-in.ts";

/** Where the command runs. */
export interface Terminal {
  /** The folder that the file's name is relative to. */
  readonly cwd: string;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
  /** Writes where a person watches; missing when nobody does. */
  readonly draw?: (text: string) => void;
}

class FileError extends Error {}

const LOOK_EVERY_MS = 250;

/** Runs the command and gives the number that it ends with; see `usage`. */
export async function rules(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const options = readOptions(args);
    if (options === "help") {
      terminal.print(usage);
      return 0;
    }
    // Before anybody is asked: a wrong file is wrong everywhere.
    const wanted = options.action === "set" ? await readRules(options.file, terminal.cwd) : undefined;
    const { api, eventId } = await open(options);
    return await run(options, wanted, { api, eventId, ...terminal });
  } catch (error) {
    terminal.complain(error instanceof Error ? error.message : String(error));
    if (error instanceof UsageError) terminal.complain("npm run rules -- --help tells all options.");
    return exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof Refused) return 1;
  if (error instanceof UsageError) return 2;
  return error instanceof FileError ? 3 : 4;
}

async function readRules(file: string, cwd: string): Promise<EventRules> {
  const text = await readFile(resolve(cwd, file), "utf8").catch(() => {
    throw new FileError(`There is no file at ${file}.`);
  });
  const parsed = parseRules(parseJson(file, text));
  if ("refused" in parsed) throw new FileError(`${file} cannot be used. ${parsed.words}`);
  return parsed.rules;
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new FileError(`${file} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function open({
  port,
  eventId,
}: Options): Promise<{ readonly api: HostApi; readonly eventId: string }> {
  const stack = await findStack(port);
  const api = createHostApi(stack.graphqlUrl, await signInHost(stack));
  return { api, eventId: eventId ?? stack.eventId };
}

interface Visit extends Terminal {
  readonly api: HostApi;
  readonly eventId: string;
}

async function run(options: Options, wanted: EventRules | undefined, visit: Visit): Promise<number> {
  const { api, eventId, print } = visit;
  const now = await api.rulesOf(eventId);
  if (now === undefined) throw new Refused(`There is no event ${eventId}.`);
  if (options.action === "show") {
    const lines = options.json
      ? [JSON.stringify(now.rules, undefined, 2)]
      : [...rulesInWords(now.rules)].map((pair) => pair.join(": "));
    lines.forEach(print);
    return 0;
  }
  const next = wanted ?? now.formerRules;
  const changes = next === undefined ? [] : changesInWords(now.rules, next);
  const job = wanted === undefined ? await api.undoRules(eventId) : await api.changeRules(eventId, wanted);
  for (const line of changes) print(line);
  if (changes.length === 0) print("The rules stay as they are; everything is computed once more.");
  return follow(job, visit);
}

/** Until the job has ended. */
async function follow(started: JobState, { api, print, complain, draw }: Visit): Promise<number> {
  let job = started;
  while (job.state === "running") {
    draw?.(`\r\u001b[K${progressOf(job)}`);
    await pause(LOOK_EVERY_MS);
    job = (await api.job(job.jobId)) ?? { ...job, state: "gone" };
  }
  draw?.("\r\u001b[K");
  if (job.state === "done") {
    print(`Done: ${job.done} ${job.done === 1 ? "guest stands" : "guests stand"} by these rules.`);
    return 0;
  }
  complain("A later change has overtaken this one.");
  return 1;
}

/** A job that does not move says so: its messages are tried again for half an hour and then rest as dead letters. */
function progressOf({ done, total, movedAt }: JobState): string {
  const standsStillForS = Math.floor((Date.now() - movedAt) / 1000);
  const far = total === null ? "counting the guests" : `${done}/${total} guests`;
  return standsStillForS < 10 ? far : `${far}, nothing has moved for ${standsStillForS} s`;
}
