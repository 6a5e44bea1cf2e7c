import { expect, test } from "vitest";
import type { Label } from "#domain/label";
import { Fault } from "./fault.ts";
import { type PictureReaders, readPicture } from "./read-picture.ts";

const picture = { kind: "stored", key: "originals/e/g/1.jpg" } as const;
const label = (name: string, confidence: number): Label => ({ name, confidence, instances: [], parents: [] });

function readers(changes: Partial<PictureReaders> = {}) {
  const asked: string[] = [];
  const heard = <T>(what: string, answer: T) => {
    asked.push(what);
    return Promise.resolve(answer);
  };
  const all: PictureReaders = {
    faceReader: { readFaces: () => heard("faces", { kind: "read", faces: [] }) },
    contentChecker: { checkContent: () => heard("content", { kind: "checked", labels: [] }) },
    labelReader: {
      readLabels: () =>
        heard("labels", { kind: "read", labels: [label("Plant", 60), label("Cake", 90), label("Food", 90)] }),
    },
    textReader: { readText: () => heard("text", { kind: "read", lines: ["HAPPY WEDDING"] }) },
    ...changes,
  };
  return { all, asked };
}

test("what is not wanted is not asked for, and labels and text are missing then", async () => {
  const { all, asked } = readers();
  expect(await readPicture(all, { moderation: false, text: false }, picture)).toEqual({
    faces: { kind: "read", faces: [] },
    moderation: { kind: "not-checked" },
  });
  expect(asked).toEqual(["faces"]);
});

test("L1 labels are kept by the event's rules, whatever the reader gives", async () => {
  const { all } = readers();
  const wanted = { moderation: true, labels: { minConfidence: 70, most: 1 }, text: true };
  expect(await readPicture(all, wanted, picture)).toEqual({
    faces: { kind: "read", faces: [] },
    moderation: { kind: "checked", labels: [] },
    labels: { kind: "read", labels: [label("Cake", 90)] },
    text: { kind: "read", lines: ["HAPPY WEDDING"] },
  });
});

test("a reading that failed for good says so and spoils no other", async () => {
  const { all } = readers({
    labelReader: { readLabels: async () => ({ kind: "not-checked" }) },
    textReader: { readText: async () => ({ kind: "not-checked" }) },
  });
  const wanted = { moderation: true, labels: { minConfidence: 70, most: 1 }, text: true };
  expect(await readPicture(all, wanted, picture)).toMatchObject({
    faces: { kind: "read" },
    labels: { kind: "not-checked" },
    text: { kind: "not-checked" },
  });
});

test("a fault comes when every reading is through", async () => {
  let isThrough = false;
  const { all } = readers({
    contentChecker: { checkContent: () => Promise.reject(new Fault("moderation-throttled")) },
    faceReader: {
      async readFaces() {
        await new Promise((done) => setTimeout(done, 20));
        isThrough = true;
        return { kind: "read", faces: [] };
      },
    },
  });
  await expect(readPicture(all, { moderation: true, text: false }, picture)).rejects.toThrow(
    "moderation-throttled",
  );
  expect(isThrough).toBe(true);
});
