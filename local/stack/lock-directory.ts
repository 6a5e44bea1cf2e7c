import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Keeps a second stack out of a folder until the returned function is called. A lock left behind by a killed process
 * does not count, nor one whose process id belongs to another program by now.
 */
export function lockDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, "lock");
  const owner = existsSync(path) ? Number(readFileSync(path, "utf8")) : 0;
  if (owner > 0 && owner !== process.pid && isAlive(owner) && mayBeEgao(owner)) {
    throw new Error(
      `${directory} is in use by another Egao (process ${owner}). Stop that one, or give this one its own: --data DIR`,
    );
  }
  writeFileSync(path, String(process.pid));
  return () => rmSync(path, { force: true });
}

/** Whether there is such a process, whoever it belongs to. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** By its command line where the system shows it (Linux); elsewhere every living process may be one. */
function mayBeEgao(pid: number): boolean {
  const path = `/proc/${pid}/cmdline`;
  return !existsSync(path) || readFileSync(path, "utf8").includes("main.ts");
}
