import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Assembly } from "./assembly.ts";

/** An assembly whose resolver code is read where it was written. */
export interface SourcedAssembly extends Assembly {
  /** Whether a file alone is the source of resolver code, so that what it says now can be run without a synthesis. */
  isSource(path: string): boolean;
}

/** Where resolvers are written: copied into the assembly as they are. */
export const resolversFolder = join("amplify", "data", "resolvers");

/**
 * Leads from the assembly's copies of resolvers back to their files, so that refusals name what can be mended and a
 * changed file can be read anew. A copy whose file has changed since is left as it is.
 */
export function withSources(assembly: Assembly, clone: string): SourcedAssembly {
  const sources = sourcesByContent(join(clone, resolversFolder));
  const origins = new Map<string, string>();
  const alone = new Set<string>();
  for (const key of assembly.assetKeys.filter((name) => name.endsWith(".js"))) {
    const [source, other] = sources.get(readFileSync(assembly.assetPath(key), "utf8")) ?? [];
    if (source === undefined) continue;
    origins.set(key, source);
    if (other === undefined) alone.add(source);
  }
  return {
    ...assembly,
    assetPath: (key) => origins.get(key) ?? assembly.assetPath(key),
    isSource: (path) => alone.has(path),
  };
}

function sourcesByContent(folder: string): ReadonlyMap<string, readonly string[]> {
  const sources = new Map<string, string[]>();
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".js")) : [];
  for (const path of names.map((name) => join(folder, name))) {
    const content = readFileSync(path, "utf8");
    sources.set(content, [...(sources.get(content) ?? []), path]);
  }
  return sources;
}
