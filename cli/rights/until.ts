import { setTimeout as pause } from "node:timers/promises";

/** Waits for a condition; throws when it does not come. */
export async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  timeoutMs = 30_000,
): Promise<void> {
  for (const end = Date.now() + timeoutMs; Date.now() < end; await pause(20)) {
    if (await isSo()) return;
  }
  throw new Error(`${what} did not come within ${timeoutMs / 1000} s`);
}
