import { setTimeout as pause } from "node:timers/promises";
import { isFlawless } from "#domain/rehearsal-report";
import { Refused } from "../ask-api.ts";
import { findStack } from "../find-stack.ts";
import { signInHost } from "../rules/sign-in.ts";
import { UsageError } from "../usage.ts";
import { type Options, readOptions, usage } from "./options.ts";
import { createRehearsalApi, type RehearsalApi, type ToldRehearsal } from "./rehearsal-api.ts";
import { progressInWords, reportInWords } from "./report-in-words.ts";

/** Where the command runs. */
export interface Terminal {
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
  /** Takes the place of the line before. */
  readonly progress: (line: string) => void;
}

const LOOKS_AGAIN_MS = 2_000;
/** So often in a row an answer may fail to come. */
const MOST_FAILURES = 5;
/** Well within the life of a token. */
const SIGNS_IN_AGAIN_MS = 600_000;

/** Runs the command and gives the number that it ends with; see `usage`. */
export async function rehearse(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const options = readOptions(args);
    if (options === "help") {
      terminal.print(usage);
      return 0;
    }
    const stack = await findStack(options.port);
    const api = createRehearsalApi(
      stack.graphqlUrl,
      tokenOf(() => signInHost(stack)),
    );
    return await act(api, options.eventId ?? stack.eventId, options, {
      ...terminal,
      boardUrl: stack.boardUrl,
    });
  } catch (error) {
    terminal.complain(error instanceof Error ? error.message : String(error));
    if (error instanceof UsageError) terminal.complain("npm run rehearse -- --help tells all options.");
    if (error instanceof Refused) return 1;
    return error instanceof UsageError ? 2 : 4;
  }
}

type Surroundings = Terminal & { readonly boardUrl: string };

async function act(
  api: RehearsalApi,
  eventId: string,
  options: Options,
  terminal: Surroundings,
): Promise<number> {
  if (options.action === "wipe") {
    await api.wipe(eventId);
    terminal.print("The rehearsal is being wiped: in about two minutes nothing is left of it.");
    return 0;
  }
  const { wish, wipes, isJson } = options;
  const begun = await begin(api, eventId, wish);
  if (!isJson) terminal.print(`Watch it on ${boardOf(terminal.boardUrl, begun)}`);
  const report = await follow(api, eventId, begun, terminal);
  if (isJson) terminal.print(JSON.stringify(report, null, 2));
  else for (const line of reportInWords(report, wish.guests)) terminal.print(line);
  if (wipes) await api.wipe(eventId);
  return isFlawless(report) ? 0 : 1;
}

const boardOf = (demo: string, { boardId }: ToldRehearsal): string => new URL(`/board/${boardId}`, demo).href;

async function begin(
  api: RehearsalApi,
  eventId: string,
  wish: Parameters<RehearsalApi["rehearse"]>[1],
): Promise<ToldRehearsal> {
  try {
    return await api.rehearse(eventId, wish);
  } catch (error) {
    if (!(error instanceof Refused) || !error.message.includes("wipe")) throw error;
    throw new Refused("The last rehearsal is still there. Take it away first: npm run rehearse -- wipe");
  }
}

/** Until it is finished. */
async function follow(
  api: RehearsalApi,
  eventId: string,
  begun: ToldRehearsal,
  { progress }: Terminal,
): Promise<NonNullable<ToldRehearsal["report"]>> {
  let told: ToldRehearsal = begun;
  let failures = 0;
  for (;;) {
    progress(progressInWords(told));
    if (told.rehearsalId === begun.rehearsalId && told.report !== undefined) return told.report;
    if (told.rehearsalId !== begun.rehearsalId || told.state !== "running")
      throw new Refused("Somebody wiped the rehearsal before it was finished.");
    await pause(LOOKS_AGAIN_MS);
    try {
      told = (await api.rehearsal(eventId)) ?? told;
      failures = 0;
    } catch (error) {
      failures += 1;
      if (failures > MOST_FAILURES) throw error;
    }
  }
}

/** A token that is new enough. */
function tokenOf(signIn: () => Promise<string>): () => Promise<string> {
  let known: { readonly token: Promise<string>; readonly since: number } | undefined;
  return () => {
    if (known === undefined || Date.now() > known.since + SIGNS_IN_AGAIN_MS)
      known = { token: signIn(), since: Date.now() };
    return known.token;
  };
}
