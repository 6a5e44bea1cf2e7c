import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { StageMark, StageWish } from "#domain/stage";
import { Refused } from "../ask-api.ts";
import { findStack } from "../find-stack.ts";
import { signInHost } from "../rules/sign-in.ts";
import { UsageError } from "../usage.ts";
import { readOptions, usage, type Wanted } from "./options.ts";
import { createStageApi, type StageApi, type StageOrder, type ToldStage } from "./stage-api.ts";
import { stageInWords, whyNot } from "./stage-in-words.ts";

/** Where the command runs. */
export interface Terminal {
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

/** G4: answers that the API means; everything else may have been carried out, and is asked again. */
const isFinal: ReadonlySet<string | undefined> = new Set([
  "BadInput",
  "NotFound",
  "Conflict",
  "Unauthorized",
  "UnauthorizedException",
]);
const AGAIN_MS = [250, 500, 1_000, 2_000] as const;

/** Runs the command and gives the number that it ends with; see `usage`. */
export async function stage(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const options = readOptions(args);
    if (options === "help") {
      terminal.print(usage);
      return 0;
    }
    const stack = await findStack(options.port);
    const api = createStageApi(stack.graphqlUrl, await signInHost(stack));
    terminal.print(stageInWords(await lead(api, options.eventId ?? stack.eventId, options)));
    return 0;
  } catch (error) {
    terminal.complain(error instanceof Error ? error.message : String(error));
    if (error instanceof UsageError) terminal.complain("npm run stage -- --help tells all options.");
    if (error instanceof Refused) return 1;
    return error instanceof UsageError ? 2 : 4;
  }
}

/** The stage that it came to. */
async function lead(api: StageApi, eventId: string, wanted: Wanted): Promise<ToldStage> {
  const now = await persist(() => api.stageOf(eventId));
  if (now === undefined) throw new Refused(`There is no event ${eventId}.`);
  const wish = wishOf(wanted, now);
  if (wish === undefined) return now;
  const refused = whyNot(now, wish);
  if (refused !== undefined) throw new Refused(refused);
  return order(api, eventId, { ...wish, seen: now.version, attempt: randomUUID() });
}

function wishOf(wanted: Wanted, now: StageMark): StageWish | undefined {
  switch (wanted.action) {
    case "tell":
      return undefined;
    case "show":
      return { name: wanted.name, ...(takesTurns(wanted.name) && { alternates: wanted.turns }) };
    case "round":
      return { name: "round", minutes: wanted.minutes };
    case "reveal":
      return { name: "reveal", step: stepOf(wanted.to, now) };
  }
}

/** G8 */
const takesTurns = (name: StageMark["name"]): boolean => name === "ranking" || name === "wall";

function stepOf(to: "begin" | "next" | "back" | number, { name, step = 0 }: StageMark): number {
  if (typeof to === "number") return to;
  if (to === "begin" || name !== "reveal") return 0;
  return to === "next" ? step + 1 : step - 1;
}

async function order(api: StageApi, eventId: string, wish: StageOrder): Promise<ToldStage> {
  try {
    return await persist(() => api.setStage(eventId, wish));
  } catch (error) {
    if (!(error instanceof Refused) || error.type !== "Conflict") throw error;
    throw new Refused("Somebody else has set the stage in the same moment. Look at it, and say it again.");
  }
}

/** Asks again where an answer was lost. */
async function persist<T>(ask: () => Promise<T>): Promise<T> {
  for (const waitMs of AGAIN_MS) {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof Refused && isFinal.has(error.type)) throw error;
      await pause(waitMs);
    }
  }
  return ask();
}
