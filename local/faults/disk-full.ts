import { AwsError } from "../aws/service.ts";

/** As Node reports a full disk. */
export function diskFull(detail: string): Error {
  return Object.assign(new Error(`ENOSPC: no space left on device, ${detail}`), { code: "ENOSPC" });
}

/** Whether an error comes from a disk that is full, on command or really; LevelDB only says so in words. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && (error.code === "ENOSPC" || error.code === "EDQUOT")) return true;
  return /No space left on device|Disk quota exceeded/i.test(error.message) || isDiskFull(error.cause);
}

/** Whether a file or directory is not there. */
export function isGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

/** Does a call of a service; a full disk becomes the service's own 5xx, `exception` by name. */
export async function toldOfFullDisk<T>(exception: string, call: () => T | Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    throw new AwsError(exception, "We encountered an internal error: the local disk is full.", 500);
  }
}
