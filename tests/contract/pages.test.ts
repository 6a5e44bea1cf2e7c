import { gzipSync } from "node:zlib";
import { build, type Rolldown } from "vite";
import * as z from "zod";
import { beforeAll, describe, expect, it, vi } from "vitest";

/** Gzip, in bytes, of all JavaScript that a page loads before it is whole. */
const BUDGETS = { board: 175_000, guest: 210_000 };

let chunks: ReadonlyMap<string, Rolldown.OutputChunk>;
let html: string;

beforeAll(async () => {
  // Vitest runs with NODE_ENV=test, in which React brings its development tools.
  vi.stubEnv("NODE_ENV", "production");
  const built = await build({
    configFile: "vite.config.ts",
    logLevel: "silent",
    build: { write: false, emptyOutDir: false },
  });
  vi.unstubAllEnvs();
  const outputs = [built].flat().flatMap((bundle) => ("output" in bundle ? bundle.output : []));
  chunks = new Map(
    outputs.flatMap((file) => (file.type === "chunk" ? [[file.fileName, file] as const] : [])),
  );
  const page = outputs.find((file) => file.fileName === "index.html");
  html = page?.type === "asset" ? String(page.source) : "";
});

/** The chunks that a page loads: the entry, the given modules' chunks and whatever these import at once. */
function chunksOf(...modules: string[]): Rolldown.OutputChunk[] {
  const entry = [...chunks.values()].filter((chunk) => chunk.isEntry);
  const own = [...chunks.values()].filter((chunk) =>
    modules.some((module) => chunk.facadeModuleId?.endsWith(`/src/${module}`) === true),
  );
  expect(own).toHaveLength(modules.length);
  const loaded = new Set<Rolldown.OutputChunk>();
  const load = (chunk: Rolldown.OutputChunk | undefined) => {
    if (chunk === undefined || loaded.has(chunk)) return;
    loaded.add(chunk);
    for (const imported of chunk.imports) load(chunks.get(imported));
  };
  for (const chunk of [...entry, ...own]) load(chunk);
  return [...loaded];
}

const sizeOf = (loaded: readonly Rolldown.OutputChunk[]) =>
  loaded.reduce((size, chunk) => size + gzipSync(chunk.code, { level: 9 }).length, 0);
const modulesOf = (loaded: readonly Rolldown.OutputChunk[]) =>
  loaded.flatMap((chunk) => Object.keys(chunk.modules));

describe("the built pages", () => {
  it("load the board within its budget, without LIFF, sign-in and the guests' page", () => {
    const board = chunksOf("app/board-route.tsx");
    expect(sizeOf(board)).toBeLessThanOrEqual(BUDGETS.board);
    const foreign =
      /@line\/|src\/liff\/(?!needs-liff|open-page)|src\/(?:me|my-photo|host)\/|src\/backend\/session|apis\/sign(?:In|Up)\./;
    expect(modulesOf(board).filter((module) => foreign.test(module))).toEqual([]);
  });

  it.each(["my-photo/my-photo-page.tsx", "me/me-page.tsx"])(
    "load %s within its budget, without the board",
    (own) => {
      const page = chunksOf(own, "app/start-liff.ts");
      expect(sizeOf(page)).toBeLessThanOrEqual(BUDGETS.guest);
      expect(modulesOf(page).some((module) => module.includes("@line/liff"))).toBe(true);
      expect(modulesOf(page).filter((module) => /src\/(?:board|host)\//.test(module))).toEqual([]);
    },
  );

  it.each([
    ["me", "me/me-page.tsx"],
    ["photo", "my-photo/my-photo-page.tsx"],
  ])("ask for all files of the guest's page %s at once, before any script runs", (name, own) => {
    const files: unknown = JSON.parse(/const files = (\{.*?\});/.exec(html)?.[1] ?? "");
    const named = z.record(z.string(), z.array(z.string())).parse(files)[name] ?? [];
    const atOnce = new Set([...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, file]) => file));
    const needed = chunksOf(own, "app/start-liff.ts").filter(({ fileName }) => !atOnce.has(fileName));
    expect(needed.length).toBeGreaterThan(5);
    expect(named).toEqual(expect.arrayContaining(needed.map(({ fileName }) => `/${fileName}`)));
    const scripts = named.filter((file) => file.endsWith(".js")).map((file) => chunks.get(file.slice(1)));
    const foreign = /src\/(?:board|host)\//;
    expect(scripts).not.toContain(undefined);
    expect(
      modulesOf(scripts.filter((file) => file !== undefined)).filter((one) => foreign.test(one)),
    ).toEqual([]);
  });

  it("load the host's page without the board and LIFF, with the door to the user pool", () => {
    const page = chunksOf("app/host-route.tsx");
    const foreign = /@line\/|src\/(?:board|me|my-photo)\/|src\/liff\/(?!needs-liff|open-page)/;
    expect(modulesOf(page).filter((module) => foreign.test(module))).toEqual([]);
    expect(modulesOf(page).some((module) => module.endsWith("src/backend/host-auth.ts"))).toBe(true);
  });

  it("name no third party in the page", () => {
    expect(html).toContain("<script");
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });
});
