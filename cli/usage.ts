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
