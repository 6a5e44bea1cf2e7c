import { readdir, stat } from "node:fs/promises";
import { join, matchesGlob, relative, resolve, sep } from "node:path";

/** A picture to be read, or a place where none is. */
export type Found =
  | { readonly kind: "picture"; /** As people know it. */ readonly name: string; readonly path: string }
  | { readonly kind: "nothing"; readonly name: string; readonly why: string };

// Also kinds that cannot be read: somebody whose phone takes HEIC is told so instead of finding half of a folder.
const looksLikePicture = (name: string): boolean =>
  /\.(jpe?g|jpe|png|heic|heif|webp|gif|avif|tiff?|bmp)$/i.test(name);
const isPattern = (place: string): boolean => /[*?[\]{}]/.test(place);

/** The pictures of all places in their order, each once; those of a folder or a pattern by name. */
export async function findPictures(places: readonly string[], cwd: string): Promise<readonly Found[]> {
  const found = new Map<string, Found>();
  for (const place of places) {
    const here = await picturesAt(place, cwd).catch((error: unknown) => cannotOpen(place, error));
    for (const each of here) {
      const key = each.kind === "picture" ? each.path : each.name;
      if (!found.has(key)) found.set(key, each);
    }
  }
  return [...found.values()];
}

const cannotOpen = (name: string, error: unknown): readonly Found[] => [
  { kind: "nothing", name, why: `The folder cannot be opened (${String(error)}).` },
];

async function picturesAt(place: string, cwd: string): Promise<readonly Found[]> {
  const path = resolve(cwd, place);
  const kind = await kindOf(path);
  if (kind === "file") return [{ kind: "picture", name: place, path }];
  if (kind === "folder") return orNothing(await picturesBelow(place, cwd), place, "There is no photo in it.");
  if (!isPattern(place)) return [{ kind: "nothing", name: place, why: "There is no such file." }];
  const { folder, pattern } = splitPattern(place);
  const isFolder = (await kindOf(resolve(cwd, folder))) === "folder";
  const below = isFolder ? await picturesBelow(folder, cwd) : [];
  const matching = below.filter(({ inside }) => matchesGlob(inside, pattern));
  return orNothing(matching, place, "No photo matches it.");
}

interface Below {
  readonly name: string;
  readonly path: string;
  /** From the folder on, with slashes. */
  readonly inside: string;
}

function orNothing(below: readonly Below[], place: string, why: string): readonly Found[] {
  if (below.length === 0) return [{ kind: "nothing", name: place, why }];
  return below.map(({ name, path }) => ({ kind: "picture", name, path }));
}

async function kindOf(path: string): Promise<"file" | "folder" | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return undefined;
  return found.isDirectory() ? "folder" : "file";
}

/** By name, without what is hidden: thumbnails and versions of other programs. */
async function picturesBelow(folder: string, cwd: string): Promise<readonly Below[]> {
  const base = resolve(cwd, folder);
  const entries = await readdir(base, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory() && looksLikePicture(entry.name))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const parts = relative(base, path).split(sep);
      return { name: join(folder, ...parts), path, inside: parts.join("/") };
    })
    .filter(({ inside }) => !inside.split("/").some((part) => part.startsWith(".")))
    .toSorted((a, b) => a.inside.localeCompare(b.inside, "en", { numeric: true }));
}

/** The folder in front of the first part with a wildcard, and the rest. */
function splitPattern(place: string): { readonly folder: string; readonly pattern: string } {
  const parts = place.replaceAll(sep, "/").split("/");
  const first = parts.findIndex(isPattern);
  const folder = parts.slice(0, first).join("/");
  return {
    folder: place.startsWith("/") ? `/${folder}` : folder || ".",
    pattern: parts.slice(first).join("/"),
  };
}
