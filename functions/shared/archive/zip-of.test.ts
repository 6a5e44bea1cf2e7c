import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { expect, it } from "vitest";
import { readZip } from "./read-zip.ts";
import { type ArchivedFile, zipOf } from "./zip-of.ts";

const writtenAt = new Date(2026, 10, 21, 18, 3, 12);
const file = (name: string, content: ArchivedFile["content"]): ArchivedFile => ({ name, writtenAt, content });
async function* each(...files: ArchivedFile[]): AsyncGenerator<ArchivedFile> {
  yield* files;
}
const noise = (length: number): Buffer =>
  Buffer.from(Uint8Array.from({ length }, (_, index) => (index * 7 + 13) % 251));

it("gives back every byte and name, also of streams, of nothing and of several alphabets", async () => {
  async function* parts(): AsyncGenerator<Uint8Array> {
    yield noise(100_000);
    yield noise(1);
  }
  // A buffer that shares its memory with another one.
  const shared = Buffer.concat([Buffer.from("before"), noise(5_000)]).subarray(6);
  const zip = await buffer(
    zipOf(
      each(file("山田家.jpg", shared), file("zoë 1.jpg", parts()), file("nothing.json", new Uint8Array())),
    ),
  );
  const files = readZip(zip);
  expect(files.map(({ name }) => name)).toEqual(["山田家.jpg", "zoë 1.jpg", "nothing.json"]);
  expect(files.map(({ bytes }) => bytes.length)).toEqual([5_000, 100_001, 0]);
  expect(files[0]?.bytes.equals(noise(5_000))).toBe(true);
  expect(files.map((each_) => each_.writtenAt)).toEqual(
    Array.from({ length: 3 }, () => "2026-11-21T18:03:12"),
  );
});

it("asks for the next file only when the one before has gone out", async () => {
  const asked: string[] = [];
  async function* files(): AsyncGenerator<ArchivedFile> {
    for (const name of ["1", "2", "3"]) {
      asked.push(name);
      yield file(name, noise(1_000));
    }
  }
  const zip = zipOf(files());
  expect(asked).toEqual([]);
  for (let read = 0; read < 900;) read += (await zip.next()).value?.length ?? 0;
  expect(asked.length).toBeLessThanOrEqual(2);
  while ((await zip.next()).done !== true) continue;
  expect(asked).toEqual(["1", "2", "3"]);
});

it("breaks off with whatever went wrong with a file", async () => {
  const wrong = new Error("the file is gone");
  async function* files(): AsyncGenerator<ArchivedFile> {
    yield file("1", noise(10));
    throw wrong;
  }
  await expect(buffer(zipOf(files()))).rejects.toBe(wrong);
});

it("is no archive any more when a byte is another one", async () => {
  const zip = await buffer(zipOf(each(file("1.jpg", noise(1_000)))));
  zip[500] = (zip[500] ?? 0) ^ 1;
  expect(() => readZip(zip)).toThrow("1.jpg is damaged");
  expect(() => readZip(zip.subarray(0, -1))).toThrow("no end");
});

// Where the usual program is there, it agrees.
const unzip = ["/usr/bin/unzip", "/opt/homebrew/bin/unzip"].find((path) => existsSync(path));
it.skipIf(unzip === undefined)("is unpacked by the usual program", async () => {
  const directory = mkdtempSync(join(tmpdir(), "egao-zip-"));
  try {
    const path = join(directory, "photos.zip");
    writeFileSync(
      path,
      await buffer(zipOf(each(file("笑顔.jpg", noise(70_000)), file("my-data.json", noise(5))))),
    );
    const said = execFileSync(unzip ?? "", ["-t", path], { encoding: "utf8" });
    expect(said).toContain("No errors detected in compressed data");
  } finally {
    rmSync(directory, { recursive: true });
  }
});
