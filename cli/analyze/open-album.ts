import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { annotatedPage, type View } from "./annotated-page.ts";
import { annotatedPicture } from "./annotated-picture.ts";
import type { Found } from "./find-pictures.ts";
import { UsageError } from "../usage.ts";
import type { Options } from "./options.ts";
import type { Outcome, ReadPicture } from "./outcome.ts";
import { upright } from "./upright.ts";

/** Takes pictures as they are read, and writes them with their boxes at the end. */
export interface Album {
  add(picture: ReadPicture): Promise<void>;
  /** In the order of the outcomes. Throws a `UsageError` when the file cannot be written. */
  write(outcomes: readonly Outcome[]): Promise<void>;
}

/** Throws a `UsageError` for what would destroy a photo or cannot hold all of them. */
export function openAlbum(
  path: string | undefined,
  pictures: readonly Found[],
  { language }: Pick<Options, "language">,
): Album {
  if (path === undefined) return { add: async () => {}, write: async () => {} };
  if (pictures.some((found) => found.kind === "picture" && found.path === path)) {
    throw new UsageError("--annotate would write over the photo itself: choose another name.");
  }
  if (/\.html?$/i.test(path)) return openPage(path, pictures.length, language);
  if (pictures.length > 1) throw new UsageError("Several photos go into one page: --annotate OUT.html");
  return {
    add: async () => {},
    async write(outcomes) {
      for (const outcome of outcomes) {
        if (outcome.kind === "read") await save(path, await annotatedPicture(outcome, path));
      }
    },
  };
}

// A page of a whole evening must still open: 200 photos take about 20 MB.
const MANY = 20;

function openPage(path: string, count: number, language: Options["language"]): Album {
  const views = new Map<string, View>();
  return {
    async add(picture) {
      views.set(picture.path, await viewOf(picture.path, count > MANY ? 800 : 1600));
    },
    async write(outcomes) {
      const shown = outcomes.flatMap((outcome) => {
        const view = outcome.kind === "read" ? views.get(outcome.path) : undefined;
        return outcome.kind === "read" && view !== undefined ? [{ picture: outcome, view }] : [];
      });
      await save(path, annotatedPage(shown, language));
    },
  };
}

/** Upright and small enough for a page, without the camera's notes. */
async function viewOf(path: string, side: number): Promise<View> {
  const { data, info } = await upright(await readFile(path), { failOn: "none" })
    .resize(side, side, { fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .jpeg({ quality: 82 })
    .toBuffer({ resolveWithObject: true });
  return { jpeg: data, width: info.width, height: info.height };
}

async function save(path: string, content: string | Buffer): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  } catch (error) {
    throw new UsageError(`${path} cannot be written (${String(error)}).`);
  }
}
