import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { contentOf } from "./disk-store.ts";
import { type StoreName, stores } from "./disk-stores.ts";

function directory(): string {
  const path = mkdtempSync(join(tmpdir(), "egao-tail-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** The names of the files that grow line by line, by store. */
const logs: readonly [StoreName, string][] = [
  ["the queues' journal", "photos.journal"],
  ["LINE's chats and contents", "messages.ndjson"],
];

describe.each(logs)("%s, cut off at any byte", (name, file) => {
  it("opens with every whole line before the cut, and writes on behind it", async () => {
    const store = stores[name];
    const origin = directory();
    const first = await store.open(origin);
    for (const id of ["m0", "m1", "m2"]) await first.write(id, "é");
    await first.close();
    const whole = readFileSync(join(origin, file));
    const ends = [...whole.entries()].filter(([, byte]) => byte === 10).map(([at]) => at + 1);
    const path = directory();
    for (let cut = 0; cut <= whole.length; cut += 1) {
      writeFileSync(join(path, file), whole.subarray(0, cut));
      const linesBefore = ends.filter((end) => end <= cut).length;
      const lines = readLines(path, file, linesBefore);
      const opened = await store.open(path);
      await opened.close();
      expect(readFileSync(join(path, file), "utf8"), `cut at ${cut}`).toBe(lines);
    }
  });
});

function readLines(path: string, file: string, count: number): string {
  return readFileSync(join(path, file), "utf8")
    .split("\n")
    .slice(0, count)
    .map((line) => `${line}\n`)
    .join("");
}

describe("a queue's journal", () => {
  it("has, cut off at any byte, exactly the messages whose lines are whole, and takes new ones", async () => {
    const store = stores["the queues' journal"];
    const origin = directory();
    const first = await store.open(origin);
    for (const id of ["m1", "m2", "m3"]) await first.write(id, contentOf("m1").slice(0, 40));
    await first.remove?.("m2");
    await first.close();
    const whole = readFileSync(join(origin, "photos.journal"));
    for (let cut = 0; cut <= whole.length; cut += 1) {
      const path = directory();
      writeFileSync(join(path, "photos.journal"), whole.subarray(0, cut));
      const opened = await store.open(path);
      await opened.write("m9", "new");
      const expected = expectedAfter(whole.subarray(0, cut).toString());
      expect([...(await opened.contents()).keys()].toSorted(), `cut at ${cut}`).toEqual([...expected, "m9"]);
      await opened.close();
    }
  });
});

/** What the whole lines say, read without the code under test. */
function expectedAfter(text: string): string[] {
  const ids = new Map<string, string>();
  for (const line of text.split("\n").slice(0, -1)) {
    const { kind, message, id } = JSON.parse(line);
    if (kind === "sent") ids.set(message.id, message.body.split(" ")[0]);
    if (kind === "deleted") ids.delete(id);
  }
  return [...ids.values()].toSorted();
}

describe("files that are replaced as a whole", () => {
  it.each<[StoreName, string]>([
    ["the user pool", "ap-northeast-1_Crash.json"],
    ["the stack's settings and keys", "settings.json"],
    ["the queues' journal", "photos.journal"],
    ["LINE's chats and contents", "messages.ndjson"],
  ])("%s: half of a new one beside it means nothing", async (name, file) => {
    const store = stores[name];
    const path = directory();
    const first = await store.open(path);
    await first.write("m7", contentOf("m7"));
    await first.close();
    const whole = readFileSync(join(path, file));
    writeFileSync(join(path, `${file}.new`), whole.subarray(0, whole.length / 2));
    const second = await store.open(path);
    expect(await second.contents()).toEqual(new Map([["m7", contentOf("m7")]]));
    await second.write("m8", contentOf("m8"));
    expect((await second.contents()).get("m8")).toBe(contentOf("m8"));
    await second.close();
  });

  it("a bucket and an upload that a crash left unfinished are nobody's", async () => {
    const store = stores["multipart uploads to S3"];
    const path = directory();
    const first = await store.open(path);
    await first.write("m1", contentOf("m1"));
    await first.close();
    mkdirSync(join(path, "half-a-bucket", "objects"), { recursive: true });
    mkdirSync(join(path, "photos", "incoming", "half-an-upload"));
    writeFileSync(join(path, "photos", "incoming", "half-an-object"), "abc");
    const second = await store.open(path);
    expect([...(await second.contents()).keys()]).toEqual(["m1"]);
    await second.close();
  });
});
