import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { PhoneLine } from "../../cli/phone-line.ts";
import { type Dev, startDev } from "../../local/dev/start-dev.ts";
import { renderSample } from "../../local/samples/render-sample.ts";
import { copyClone, type CopyOfClone } from "../fixtures/copy-of-clone.ts";

// `npm run dev` follows the sources: in a copy, whose files these tests change.
let copy: CopyOfClone;
let data: string;
let dev: Dev;
let lines: string[] = [];

beforeAll(async () => {
  copy = copyClone();
  data = mkdtempSync(join(tmpdir(), "egao-dev-"));
  dev = await startDev({
    clone: copy.directory,
    dataDirectory: data,
    port: 0,
    log: (line) => lines.push(line),
  });
}, 600_000);
afterAll(async () => {
  await dev.close();
  copy.remove();
  rmSync(data, { recursive: true });
});
beforeEach(() => {
  lines = [];
});

/** A synthesis takes its time, and more of it beside others. */
const LONG_MS = 300_000;

/** The next line about a reload, and how long it says that it took. */
async function reload(): Promise<string> {
  const deadline = Date.now() + LONG_MS;
  while (Date.now() < deadline) {
    const told = lines.find((line) => line.startsWith("dev: "));
    if (told !== undefined) {
      lines = lines.filter((line) => line !== told);
      return told.slice("dev: ".length);
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`no reload was told of; the log: ${lines.join("\n")}`);
}

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly errorType?: string }[];
}

async function ask(query: string): Promise<Answer> {
  const { endpoints } = dev.stack();
  const response = await fetch(endpoints.graphqlUrl, {
    method: "POST",
    headers: { "Content-Type": "application/json", "x-api-key": endpoints.apiKey },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as Answer;
}

const boardQuery = (fields: string): string =>
  `{ board(boardId: "${dev.stack().endpoints.boardId}") { ${fields} } }`;
const boardTitle = async (): Promise<unknown> =>
  (await ask(boardQuery("title"))).data?.["board"] as { title: string } | undefined;

const boardFile = "amplify/data/resolvers/board.js";
const loudly = (file: string): string => file.replace("title: event.title", 'title: event.title + "!"');

describe("a resolver", () => {
  test("is exchanged in place, without a synthesis", async () => {
    const { title } = (await boardTitle()) as { title: string };
    const before = dev.stack();
    const file = copy.read(boardFile);
    expect(loudly(file)).not.toBe(file);
    copy.write(boardFile, loudly(file));
    expect(await reload()).toMatch(/^board\.js exchanged \(\d+\.\d s\)$/);
    expect(await boardTitle()).toEqual({ title: `${title}!` });
    expect(dev.stack()).toBe(before);

    copy.write(boardFile, file);
    expect(await reload()).toMatch(/^board\.js exchanged/);
    expect(await boardTitle()).toEqual({ title });
  });

  test("that the runtime refuses is told with file and line, and the old one answers on", async () => {
    const old = await boardTitle();
    const file = copy.read(boardFile);
    copy.write(boardFile, `${loudly(file)}\nasync function later() {}\n`);
    const line = file.split("\n").length + 1;
    const told = await reload();
    expect(told).toMatch(/^ERROR the old version runs on: /);
    expect(told).toContain(` ${boardFile}:${line}:`);
    expect(await boardTitle()).toEqual(old);

    copy.write(boardFile, file);
    expect(await reload()).toMatch(/^board\.js exchanged/);
  });
});

describe("a function", () => {
  const wordsFile = "domain/words/bot-ja.ts";

  test(
    "is exchanged in place, also when what it imports has changed",
    async () => {
      const before = dev.stack();
      const phones = new PhoneLine(before.endpoints.lineApiUrl);
      const guest = await phones.userNamed("Hanako");
      const first = await phones.sendPicture(guest, await renderSample("bride"), 60_000);
      expect(JSON.stringify(first)).toContain("現在の順位");
      copy.edit(wordsFile, "現在の順位", "いまの順位");
      expect(await reload()).toMatch(/line-worker.* exchanged \(/);
      expect(dev.stack()).toBe(before);
      const second = await phones.sendPicture(guest, await renderSample("couple"), 60_000);
      expect(JSON.stringify(second)).toContain("いまの順位");
    },
    2 * LONG_MS,
  );

  test(
    "that cannot be bundled is told with file and line, and the old one works on",
    async () => {
      const file = copy.read(wordsFile);
      copy.write(wordsFile, `${file}\nconst broken = {{;\n`);
      const told = await reload();
      expect(told).toMatch(/^ERROR the old version runs on: /);
      expect(told).toContain(`${wordsFile}:${file.split("\n").length + 1}:`);
      const phones = new PhoneLine(dev.stack().endpoints.lineApiUrl);
      const answered = await phones.sendPicture(
        await phones.userNamed("Ken"),
        await renderSample("groom"),
        60_000,
      );
      expect(JSON.stringify(answered)).toContain("いまの順位");

      copy.write(wordsFile, file.replace("いまの順位", "今の順位"));
      expect(await reload()).toMatch(/line-worker.* exchanged/);
    },
    2 * LONG_MS,
  );
});

describe("everything else of the backend", () => {
  const typesFile = "amplify/data/public-types.ts";

  test(
    "starts the stack anew in the same process, on the same ports, with the same data and faults",
    async () => {
      const before = dev.stack();
      before.faults.set({ seed: 7, queues: { duplicate: 0.1 } });
      expect((await ask(boardQuery("motto"))).errors?.[0]?.message).toContain("motto");
      copy.edit(typesFile, "  Board: a.customType({", "  Board: a.customType({\n    motto: a.string(),");
      expect(await reload()).toMatch(/^started anew with the same data: .*GraphQLSchema/);
      const after = dev.stack();
      expect(after).not.toBe(before);
      expect(after.endpoints).toEqual(before.endpoints);
      expect(after.faults.plan).toEqual({ seed: 7, queues: { duplicate: 0.1 } });
      expect(await ask(boardQuery("motto standings { displayName }"))).toEqual({
        data: { board: { motto: null, standings: expect.arrayContaining([{ displayName: "Hanako" }]) } },
      });
    },
    2 * LONG_MS,
  );

  test(
    "that is broken is told with file and line, and the old stack is not touched",
    async () => {
      const before = dev.stack();
      const file = copy.read(typesFile);
      copy.write(typesFile, `${file}\nthrow new Error("not today");\n`);
      const told = await reload();
      expect(told).toContain("Error: not today");
      expect(told).toContain(`${typesFile}:${file.split("\n").length + 1}:`);
      expect(dev.stack()).toBe(before);
      copy.write(typesFile, file);
    },
    2 * LONG_MS,
  );
});
