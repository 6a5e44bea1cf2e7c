import { parseArgs, type ParseArgsConfig } from "node:util";

/** The words were typed wrongly; the message says how. */
export class UsageError extends Error {}

/** Node's own parser. Throws a `UsageError` for what it does not know. */
export function parseWords<const T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** What stands after `--port`. */
export function readPort(written: string): number {
  const port = Number(written);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new UsageError(`--port takes a number from 1 to 65535, not "${written}".`);
}
