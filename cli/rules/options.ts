import { parseWords, readPort, UsageError } from "../usage.ts";

/** What somebody wants to do with the rules of an event. */
export type Options = { readonly eventId?: string; readonly port?: number } & (
  | { readonly action: "show"; readonly json: boolean }
  | { readonly action: "set"; readonly file: string }
  | { readonly action: "undo" }
);

export const usage = `npm run rules -- show | set FILE.json | undo [options]
  the rules of an event of the running local Egao, as its host; every score and place is computed anew

  show            the rules in words
    --json          as a file that "set" takes
  set FILE.json   these rules from now on
  undo            the rules before the last change; once more, the newer ones again
  --event ID      of another event than the demo's
  --port N        of the running Egao (npm start prints it)

Ends with 0: done, 1: refused, or overtaken by a later change, 2: wrong options, 3: the file cannot be used,
4: no Egao answers. For clean output: npm run -s rules -- …`;

/** Throws a `UsageError`. */
export function readOptions(args: readonly string[]): Options | "help" {
  const { values, positionals } = parse(args);
  if (values.help) return "help";
  const [action, file, ...others] = positionals;
  const where = {
    ...(values.event !== undefined && { eventId: values.event }),
    ...(values.port !== undefined && { port: readPort(values.port) }),
  };
  if (others.length > 0) throw new UsageError(`"${others[0]}" is too much.`);
  if (action === "set") {
    if (file === undefined) throw new UsageError("Which rules? Name a file: set FILE.json");
    return { ...where, action, file };
  }
  if (file !== undefined) throw new UsageError(`"${file}" is too much.`);
  if (action === "show") return { ...where, action, json: values.json };
  if (action === "undo") return { ...where, action };
  throw new UsageError("Choose one of show, set and undo.");
}

function parse(args: readonly string[]) {
  return parseWords({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
      event: { type: "string" },
      port: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
}
