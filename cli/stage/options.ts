import { ROUND_MINUTES, type StageName, stageNames, WINNER_STEP } from "#domain/stage";
import { parseWords, readPort, UsageError } from "../usage.ts";

/** What somebody wants the room to see; `tell`: only to know what it sees. */
export type Wanted =
  | { readonly action: "tell" }
  | {
      readonly action: "show";
      readonly name: Exclude<StageName, "round" | "reveal">;
      readonly turns: boolean;
    }
  | { readonly action: "round"; readonly minutes: number }
  | { readonly action: "reveal"; readonly to: "begin" | "next" | "back" | number };

export type Options = Wanted & { readonly eventId?: string; readonly port?: number };

export const usage = `npm run stage -- [STAGE] [options]
  what the screens of an event of the running local Egao show, as its host; without STAGE: what they show now

  join             how to take part
  ranking          the smile ranking
  wall             all photos, without scores
    --turns        ranking and wall take turns, every 45 s
  round [MINUTES]  a shooting round, ${ROUND_MINUTES.usual} minutes without a number, ${ROUND_MINUTES.least} to ${ROUND_MINUTES.most} with one; once more: anew
  frozen           no more photos; the result is to come
  reveal           begins the reveal, after frozen
  reveal next      the next place, from the tenth to the winner
  reveal back      one place back
  reveal STEP      0 nobody yet, 1 the tenth place, 9 the second, ${WINNER_STEP} the winner
  replay           the evening's ranking once more, in one minute; once more: anew
  thanks           thanks to everybody
  --event ID       of another event than the demo's
  --port N         of the running Egao (npm start prints it)

Ends with 0: done, 1: refused, as it may not follow or somebody else was faster, 2: wrong options, 4: no Egao answers.`;

/** Throws a `UsageError`. */
export function readOptions(args: readonly string[]): Options | "help" {
  const { values, positionals } = parse(args);
  if (values.help) return "help";
  const where = {
    ...(values.event !== undefined && { eventId: values.event }),
    ...(values.port !== undefined && { port: readPort(values.port) }),
  };
  const wanted = wantedOf(positionals, values.turns);
  if (values.turns && !(wanted.action === "show" && (wanted.name === "ranking" || wanted.name === "wall")))
    throw new UsageError("--turns belongs to ranking and wall.");
  return { ...where, ...wanted };
}

function wantedOf([written, more, ...others]: readonly string[], turns: boolean): Wanted {
  if (others.length > 0) throw new UsageError(`"${others[0]}" is too much.`);
  if (written === undefined) return { action: "tell" };
  const name = stageNames.find((known) => known === written);
  if (name === undefined)
    throw new UsageError(`There is no stage "${written}"; choose one of ${stageNames.join(", ")}.`);
  if (name === "round") return { action: "round", minutes: minutesOf(more) };
  if (name === "reveal") return { action: "reveal", to: stepOf(more) };
  if (more !== undefined) throw new UsageError(`"${more}" is too much.`);
  return { action: "show", name, turns };
}

function minutesOf(written: string | undefined): number {
  const { least, most, usual } = ROUND_MINUTES;
  const minutes = written === undefined ? usual : Number(written);
  if (Number.isInteger(minutes) && minutes >= least && minutes <= most) return minutes;
  throw new UsageError(`A round lasts ${least} to ${most} whole minutes, not "${written}".`);
}

function stepOf(written: string | undefined): "begin" | "next" | "back" | number {
  if (written === undefined) return "begin";
  if (written === "next" || written === "back") return written;
  const step = Number(written);
  if (/^\d+$/.test(written) && step <= WINNER_STEP) return step;
  throw new UsageError(`A reveal goes next, back or to a step from 0 to ${WINNER_STEP}, not "${written}".`);
}

function parse(args: readonly string[]) {
  return parseWords({
    args: [...args],
    allowPositionals: true,
    options: {
      turns: { type: "boolean", default: false },
      event: { type: "string" },
      port: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
}
