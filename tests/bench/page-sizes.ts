import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildPages } from "../../local/pages/build-pages.ts";
import { clone } from "../fixtures/clone.ts";
import type { Measurement, Row } from "./measurement.ts";

/** JavaScript that a route loads in the end: what index.html starts and all chunks that its route imports. */
export const pageSizes: Measurement = {
  name: "page sizes",
  async run(): Promise<readonly Row[]> {
    await buildPages(clone);
    const assets = join(clone, "dist", "web", "assets");
    const names = readdirSync(assets).filter((name) => name.endsWith(".js"));
    const code = new Map(names.map((name) => [name, readFileSync(join(assets, name), "utf8")]));
    const html = readFileSync(join(clone, "dist", "web", "index.html"), "utf8");
    const entry = /assets\/([\w-]+\.js)/.exec(html)?.[1] ?? "";
    const size = (files: ReadonlySet<string>): number =>
      [...files].reduce((sum, name) => sum + gzipSync(code.get(name) ?? "").length, 0);
    const route = (...chunks: readonly string[]): ReadonlySet<string> => {
      const pages = chunks.map((chunk) => {
        const page = names.find((name) => name.startsWith(`${chunk}-`));
        if (page === undefined) throw new Error(`no chunk of the build is named ${chunk}`);
        return page;
      });
      return new Set([entry, ...pages].flatMap((name) => [...staticImports(name, code)]));
    };
    const kB = (files: ReadonlySet<string>): string => `${(size(files) / 1000).toFixed(0)} kB`;
    return [
      { what: "board route JavaScript, gzip", measured: kB(route("board-route")), budget: "175 kB" },
      {
        what: "guest's page JavaScript, gzip",
        measured: kB(route("my-photo-page", "start-liff")),
        budget: "210 kB",
      },
      {
        what: "guest's history JavaScript, gzip",
        measured: kB(route("me-page", "start-liff")),
        budget: "210 kB",
      },
      { what: "privacy page JavaScript, gzip", measured: kB(route("privacy-page")), budget: "110 kB" },
      { what: "hosts' pages JavaScript, gzip", measured: kB(route("host-route")) },
      {
        what: "numbers page JavaScript with its charts, gzip",
        measured: kB(route("host-route", "numbers-page")),
      },
      { what: "report JavaScript with its charts, gzip", measured: kB(route("report-route")) },
    ];
  },
};

function staticImports(start: string, code: ReadonlyMap<string, string>): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [start];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    for (const [, imported = ""] of (code.get(name) ?? "").matchAll(
      /(?:from|import)\s*["']\.\/([\w-]+\.js)["']/g,
    )) {
      open.push(imported);
    }
  }
  return found;
}
