import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

const usage = `npm start -- [options]      or, for work on the code: npm run dev -- [options]
  --port N     main port (otherwise that of the last time, or any free one)
  --data DIR   where photos, ranking and chats are kept (otherwise .egao in this folder)
  --fresh      forget what is kept there and begin anew
  --no-open    do not open the browser
  --raw        print the functions' log as they write it, one JSON object each
  --timings    say where the time of the start goes`;

export interface Options {
  readonly port: number | undefined;
  readonly data: string;
  readonly fresh: boolean;
  readonly open: boolean;
  readonly raw: boolean;
  readonly timings: boolean;
  /** Follow the sources: `npm run dev`. */
  readonly dev: boolean;
}

/** Reads the command line; throws with the usage for what it does not know. */
export function readOptions(clone: string): Options {
  try {
    const flag = { type: "boolean", default: false } as const;
    const { values } = parseArgs({
      allowNegative: true,
      options: {
        port: { type: "string" },
        data: { type: "string" },
        open: { type: "boolean", default: true },
        fresh: flag,
        raw: flag,
        timings: flag,
        dev: flag,
      },
    });
    const { port, data, ...flags } = values;
    return {
      ...flags,
      port: port === undefined ? undefined : portOf(port),
      data: data === undefined ? join(clone, ".egao") : resolve(process.env["INIT_CWD"] ?? ".", data),
    };
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`, {
      cause: error,
    });
  }
}

function portOf(given: string): number {
  const port = Number(given);
  if (Number.isInteger(port) && port >= 0 && port <= 65_532) return port;
  throw new Error(`--port takes a number from 0 to 65532, not ${given}`);
}
