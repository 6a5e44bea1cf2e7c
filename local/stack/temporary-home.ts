import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isAlive } from "./lock-directory.ts";

export interface TemporaryHome {
  readonly directory: string;
  remove(): void;
}

/**
 * A folder that ends with its process, outside the clone. What killed processes left behind is removed here: they could
 * not do it themselves.
 */
export function createTemporaryHome(kind: "functions" | "objects" | "chaos"): TemporaryHome {
  removeLeftovers();
  const directory = mkdtempSync(join(tmpdir(), `egao-${kind}-${process.pid}-`));
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const [, owner] = /^egao-(?:functions|objects|chaos)-(\d+)-/.exec(name) ?? [];
    if (owner === undefined || isAlive(Number(owner))) continue;
    const path = join(tmpdir(), name);
    // Another user of the machine may have some too, and somebody else may be removing this one.
    if (statSync(path, { throwIfNoEntry: false })?.uid === process.getuid?.())
      rmSync(path, { recursive: true, force: true });
  }
}
