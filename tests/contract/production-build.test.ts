import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import * as z from "zod";
import { builtPages } from "../../local/pages/built-pages.ts";
import { injectPageShims, pageShims, pageShimsPath } from "../../local/pages/page-shims.ts";
import { createPagesServer } from "../../local/pages/pages-server.ts";
import { clone } from "../fixtures/clone.ts";
import { buildProduction } from "../fixtures/guest-pages.ts";

// Decision 0003: a guest's page believes LINE alone. What stands in for LINE locally is put in front of the page by the
// local server and is in no file that hosting could serve; there is no flag that could be forgotten.

/** What cannot be missing where the local stand-in is: the first four are proved to be in the shims below. */
const marks = [
  "pageSettings",
  "liff_browser=",
  "liff-browser:",
  "lineOrigin",
  pageShimsPath,
  "/local/liff",
  "/local/endpoints",
  "liff-mock",
  "LiffMock",
];

let dist: string;
const web = (): string => join(dist, "web");
beforeAll(async () => {
  dist = mkdtempSync(join(tmpdir(), "egao-production-"));
  await buildProduction(web(), "--sourcemap", "hidden");
}, 120_000);
afterAll(() => rmSync(dist, { recursive: true }));

const filesOf = (directory: string): string[] =>
  readdirSync(directory, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(directory, name)).isFile() && !name.endsWith(".map"))
    .toSorted();

/** The sources that made their way into the bundle, from the clone's root. */
function sources(): string[] {
  const assets = join(web(), "assets");
  const maps = readdirSync(assets).filter((name) => name.endsWith(".map"));
  const found = maps.flatMap((name) => {
    const map = z
      .object({ sources: z.array(z.string()) })
      .parse(JSON.parse(readFileSync(join(assets, name), "utf8")));
    return map.sources.map((source) => relative(clone, resolve(assets, source)));
  });
  return [...new Set(found)];
}

describe("what hosting serves", () => {
  it("is made of the product's own rooms and of packages, of nothing local", () => {
    const rooms = new Set(sources().map((source) => source.split("/")[0] ?? ""));
    // Beginnings of paths outside of the clone are those of the bundler's own parts.
    expect([...rooms].filter((room) => existsSync(join(clone, room))).toSorted()).toEqual(
      ["domain", "node_modules", "src"].toSorted(),
    );
    const own = sources().filter((source) => !source.startsWith("node_modules/"));
    expect(own).toContain("src/liff/init-liff.ts");
    expect(sources().some((source) => source.startsWith("node_modules/@liff/"))).toBe(true);
    expect(sources().filter((source) => /mock|page-shims|(?:^|\/)local\//i.test(source))).toEqual([]);
  });

  it("holds no trace of the local stand-in", () => {
    for (const mark of marks.slice(0, 4))
      expect(pageShims({ lineOrigin: "http://127.0.0.1:1", awsOrigin: "http://127.0.0.1:2" })).toContain(
        mark,
      );
    const traces = filesOf(web()).flatMap((name) => {
      const content = readFileSync(join(web(), name), "latin1");
      return marks.filter((mark) => content.includes(mark)).map((mark) => `${name}: ${mark}`);
    });
    expect(traces).toEqual([]);
  });

  it("is, byte for byte, what the local server serves; only its page has one script more in front", async () => {
    const server = createPagesServer({
      pages: builtPages(dist),
      lineOrigin: "http://127.0.0.1:1",
      awsOrigin: "http://127.0.0.1:2",
      documents: {},
      pictures: () => Promise.resolve(undefined),
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo; // on a port, never a pipe's name
    const served = async (path: string): Promise<Buffer> =>
      Buffer.from(await (await fetch(`http://127.0.0.1:${port}/${path}`)).arrayBuffer());
    const names = filesOf(web());
    expect(names.length).toBeGreaterThan(20);
    for (const name of names.filter((one) => one !== "index.html"))
      expect((await served(name)).equals(readFileSync(join(web(), name))), name).toBe(true);
    const script = names.find((name) => name.endsWith(".js")) ?? "";
    const sent = async (encoding: string) => {
      const headers = { "accept-encoding": encoding };
      const answer = await fetch(`http://127.0.0.1:${port}/${script}`, { headers });
      return answer.headers.get("content-encoding");
    };
    expect([await sent("gzip, br"), await sent("identity")]).toEqual(["gzip", null]);
    const page = readFileSync(join(web(), "index.html"), "utf8");
    for (const path of ["", "me", "me/photos/1", "liff?message_id=1", "index.html"]) {
      const local = (await served(path)).toString();
      expect(local).toBe(injectPageShims(page));
      expect(local.replace(`<script src="${pageShimsPath}"></script>`, "")).toBe(page);
    }
  });

  it("is what `npm run build` makes: the product's pages alone", async () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(join(clone, "package.json"), "utf8")));
    // The chat and the stack's own page are built by `npm start`, each by a configuration of its own.
    expect(scripts["build"]).toBe("vite build");
    expect(readdirSync(web()).toSorted()).toEqual(
      ["assets", ...readdirSync(join(clone, "public")), "index.html"].toSorted(),
    );
  });
});

describe("a mock of LIFF", () => {
  it("is no dependency, not even of a dependency", () => {
    expect(readFileSync(join(clone, "package.json"), "utf8")).not.toContain("liff-mock");
    expect(readFileSync(join(clone, "package-lock.json"), "utf8")).not.toContain("liff-mock");
    expect(existsSync(join(clone, "node_modules/@line/liff-mock"))).toBe(false);
  });

  it("could hide behind no flag: the pages ask for none", () => {
    // Tests of the pages are in no build.
    const own = filesOf(join(clone, "src")).filter((name) => /(?<!\.test)\.tsx?$/.test(name));
    const asking = own.filter((name) =>
      /import\.meta\.env|process\.env|__\w+__/.test(readFileSync(join(clone, "src", name), "utf8")),
    );
    expect(asking).toEqual([]);
  });
});
