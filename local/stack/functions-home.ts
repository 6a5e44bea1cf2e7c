import { mkdirSync, symlinkSync } from "node:fs";
import { dirname, isAbsolute, join, relative } from "node:path";
import { createTemporaryHome, type TemporaryHome } from "./temporary-home.ts";

/**
 * A folder for the functions' bundles, outside the clone, where they find what Lambda's Node runtime brings: the AWS SDK
 * clients and nothing else. `nodeModules` is the clone's, where the SDK is taken from. Throws when the system's temporary
 * folder is inside the clone, because then all its packages could be found.
 */
export function createFunctionsHome(nodeModules: string): TemporaryHome {
  const home = createTemporaryHome("functions");
  const fromClone = relative(dirname(nodeModules), home.directory);
  if (!fromClone.startsWith("..") && !isAbsolute(fromClone)) {
    home.remove();
    throw new Error(
      `The temporary folder ${dirname(home.directory)} is inside the clone. Set TMPDIR to another one.`,
    );
  }
  mkdirSync(join(home.directory, "node_modules"));
  symlinkSync(join(nodeModules, "@aws-sdk"), join(home.directory, "node_modules", "@aws-sdk"), "junction");
  return home;
}
