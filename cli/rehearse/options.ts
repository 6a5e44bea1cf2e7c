import { mostOfRehearsal } from "#domain/rehearsal";
import type { RehearsalWish } from "#domain/rehearsal-progress";
import { parseWords, readPort, UsageError } from "../usage.ts";

/** What somebody wants of a rehearsal; `wipe`: only that the last one goes. */
export type Wanted =
  | { readonly action: "wipe" }
  | {
      readonly action: "rehearse";
      readonly wish: RehearsalWish;
      /** When it is done. */
      readonly wipes: boolean;
      readonly isJson: boolean;
    };

export type Options = Wanted & { readonly eventId?: string; readonly port?: number };

const usual = { guests: "80", photos: "200", minutes: "5" } as const;

export const usage = `npm run rehearse -- [options]
  has an event of the running local Egao played by drawn guests, as its host, and tells what came of it
npm run rehearse -- wipe
  takes the last rehearsal away, also while it runs

  --guests N       1 to ${mostOfRehearsal.guests}, as a rule ${usual.guests}
  --photos N       1 to ${mostOfRehearsal.photos}, as a rule ${usual.photos}
  --minutes N      in which they send them, 1 to ${mostOfRehearsal.minutes}, as a rule ${usual.minutes}
  --read-for-real  reads every photo; without it, what was read on the drawings once is taken
  --wipe           takes it away when it is done
  --json           the report as the API has it
  --event ID       another event than the demo's
  --port N         of the running Egao (npm start prints it)

Ends with 0: nothing was lost and nothing came twice, 1: something was or did, or it was refused, 2: wrong options, 4: no
Egao answers.`;

/** Throws a `UsageError`. */
export function readOptions(args: readonly string[]): Options | "help" {
  const { values, positionals } = parse(args);
  if (values.help) return "help";
  const where = {
    ...(values.event !== undefined && { eventId: values.event }),
    ...(values.port !== undefined && { port: readPort(values.port) }),
  };
  const [written, more] = positionals;
  if (more !== undefined) throw new UsageError(`"${more}" is too much.`);
  if (written !== undefined && written !== "wipe")
    throw new UsageError(`There is no "${written}": leave it out, or say "wipe".`);
  if (written === "wipe") return { ...where, action: "wipe" };
  const wish = {
    guests: readCount("guests", values.guests),
    photos: readCount("photos", values.photos),
    minutes: readCount("minutes", values.minutes),
    readsForReal: values["read-for-real"],
  };
  return { ...where, action: "rehearse", wish, wipes: values.wipe, isJson: values.json };
}

function readCount(name: keyof typeof mostOfRehearsal, written: string): number {
  const count = Number(written);
  if (Number.isInteger(count) && count >= 1 && count <= mostOfRehearsal[name]) return count;
  throw new UsageError(
    `--${name} takes a whole number from 1 to ${mostOfRehearsal[name]}, not "${written}".`,
  );
}

function parse(args: readonly string[]) {
  return parseWords({
    args: [...args],
    allowPositionals: true,
    options: {
      guests: { type: "string", default: usual.guests },
      photos: { type: "string", default: usual.photos },
      minutes: { type: "string", default: usual.minutes },
      "read-for-real": { type: "boolean", default: false },
      wipe: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      event: { type: "string" },
      port: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
}
