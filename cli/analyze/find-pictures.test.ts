import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { findPictures } from "./find-pictures.ts";

function folderWith(...names: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "egao-find-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), "");
  }
  return folder;
}

const namesOf = async (places: readonly string[], cwd: string) =>
  (await findPictures(places, cwd)).map(({ name }) => name);

test("a folder's photos come by number, those of other phones too, hidden ones and texts not", async () => {
  const cwd = folderWith(
    "p/10.jpg",
    "p/9.JPG",
    "p/sub/1.png",
    "p/a.heic",
    "p/notes.txt",
    "p/.thumbs/9.jpg",
    "p/.x.jpg",
  );
  expect(await namesOf(["p"], cwd)).toEqual(["p/9.JPG", "p/10.jpg", "p/a.heic", "p/sub/1.png"]);
  expect(await namesOf(["p/"], cwd)).toEqual(["p/9.JPG", "p/10.jpg", "p/a.heic", "p/sub/1.png"]);
  expect(await namesOf(["."], join(cwd, "p", "sub"))).toEqual(["1.png"]);
});

test.each([
  ["p/*.jpg", ["p/1.jpg", "p/2.jpg"]],
  ["p/**/*.jpg", ["p/1.jpg", "p/2.jpg", "p/q/3.jpg"]],
  ["**/{1,3}.jpg", ["p/1.jpg", "p/q/3.jpg"]],
  ["p/[12].jpg", ["p/1.jpg", "p/2.jpg"]],
])("the pattern %s", async (pattern, expected) => {
  const cwd = folderWith("p/1.jpg", "p/2.jpg", "p/q/3.jpg", "p/4.png");
  expect(await namesOf([pattern], cwd)).toEqual(expected);
  expect(await namesOf([join(cwd, pattern)], "/")).toEqual(expected.map((name) => join(cwd, name)));
});

test("each photo once, in the order of the places", async () => {
  const cwd = folderWith("p/1.jpg", "p/2.jpg");
  expect(await namesOf(["p/2.jpg", "p", join(cwd, "p/1.jpg")], cwd)).toEqual(["p/2.jpg", "p/1.jpg"]);
});

test("a file whose name looks like a pattern is a file, also with another ending", async () => {
  const cwd = folderWith("[1].jpg", "photo.bin");
  expect(await findPictures(["[1].jpg", "photo.bin"], cwd)).toMatchObject([
    { kind: "picture", name: "[1].jpg" },
    { kind: "picture", name: "photo.bin" },
  ]);
});

test("where nothing is, it is said why", async () => {
  const cwd = folderWith("empty/notes.txt");
  expect(await findPictures(["empty", "no.jpg", "no/*.jpg", "empty/*"], cwd)).toEqual([
    { kind: "nothing", name: "empty", why: "There is no photo in it." },
    { kind: "nothing", name: "no.jpg", why: "There is no such file." },
    { kind: "nothing", name: "no/*.jpg", why: "No photo matches it." },
    { kind: "nothing", name: "empty/*", why: "No photo matches it." },
  ]);
});
