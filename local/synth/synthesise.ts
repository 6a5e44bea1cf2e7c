import { createHash, randomUUID } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { digestOfFiles } from "./digest-of-files.ts";
import { runCdk } from "./run-cdk.ts";

export interface Synthesis {
  /** The cloud assembly (`cdk.out`). */
  readonly directory: string;
  /** What the CDK wrote while it worked: warnings are found nowhere else. */
  readonly output: string;
  /** False: it was there already. */
  readonly isFresh: boolean;
}

/** What the templates are made from. */
const sources = ["amplify", "functions", "domain", "package-lock.json"];

/** So many assemblies are kept: going back to older code is free, and nobody's running stack loses its own. */
const KEPT = 5;

/**
 * Synthesises `amplify/backend.ts` without an account and without network. Each assembly is kept under a digest of
 * everything it is made from, so that an unchanged backend costs nothing; it appears whole or not at all, also when
 * several processes want the same one.
 */
export async function synthesise(clone: string, { force = false } = {}): Promise<Synthesis> {
  const home = join(clone, ".amplify", "assemblies");
  const digest = digestOfBackend(clone);
  const place = join(home, digest);
  const isFresh = force || !existsSync(place);
  if (isFresh) {
    const draft = await makeDraft(clone, place);
    // Somebody saved a file meanwhile: which of the two this is made from, nobody knows.
    const isMixed = digestOfBackend(clone) !== digest;
    if (!isMixed) keep(draft, place, force);
    rmSync(draft, { recursive: true, force: true });
    if (isMixed) return synthesise(clone, { force });
  }
  const now = new Date();
  utimesSync(place, now, now);
  prune(home);
  return {
    directory: join(place, "cdk.out"),
    output: readFileSync(join(place, "output.txt"), "utf8"),
    isFresh,
  };
}

function digestOfBackend(clone: string): string {
  const hash = createHash("sha256").update(digestOfFiles(clone, sources));
  return hash
    .update(JSON.stringify([process.env["LIFF_ID"], process.env["LINE_BOT_BASIC_ID"]]))
    .digest("hex")
    .slice(0, 20);
}

async function makeDraft(clone: string, place: string): Promise<string> {
  // As deep as its final place: the functions' source maps hold relative paths.
  const draft = `${place}.${randomUUID().slice(0, 8)}`;
  mkdirSync(draft, { recursive: true });
  try {
    writeFileSync(join(draft, "output.txt"), await runCdk(clone, join(draft, "cdk.out")));
    return draft;
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
}

function keep(draft: string, place: string, force: boolean): void {
  if (force) rmSync(place, { recursive: true, force: true });
  // Another process may have been quicker with the same.
  if (!existsSync(place)) renameSync(draft, place);
}

const HOUR_MS = 3_600_000;

/** Removes what was not used for longest, and drafts of processes that were killed. */
function prune(home: string): void {
  const places = readdirSync(home)
    .map((name) => ({ name, usedAt: statSync(join(home, name), { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .toSorted((a, b) => b.usedAt - a.usedAt);
  const isDraft = ({ name }: { readonly name: string }): boolean => name.includes(".");
  const old = [
    ...places.filter((place) => !isDraft(place)).slice(KEPT),
    ...places.filter((place) => isDraft(place) && place.usedAt < Date.now() - HOUR_MS),
  ];
  for (const { name } of old) rmSync(join(home, name), { recursive: true, force: true });
}
