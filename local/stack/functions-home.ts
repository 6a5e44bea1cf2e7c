import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder outside the clone for the functions' bundles; removed with the stack. */
export function createFunctionsHome(): { readonly directory: string; remove(): void } {
  const directory = mkdtempSync(join(tmpdir(), "egao-functions-"));
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}
