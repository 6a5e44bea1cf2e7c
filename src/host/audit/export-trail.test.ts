import { expect, it } from "vitest";
import { exportTrail } from "./export-trail.ts";
import { anEntry, FakeTrail, photosBy } from "./test-trail.ts";

const entries = (count: number) => Array.from({ length: count }, (_, i) => anEntry(i));

function exported(backend: FakeTrail, format: "csv" | "json", signal = new AbortController().signal) {
  const progress: number[] = [];
  const file = exportTrail({
    eventId: "e",
    backend,
    format,
    language: "en",
    onProgress: (read) => progress.push(read),
    signal,
  });
  return { file, progress };
}

it("reads all pages, tells how far it is, and keeps every entry as it is in JSON", async () => {
  const { file, progress } = exported(new FakeTrail(entries(250)), "json");
  const { text, entries: count } = await file;
  expect(progress).toEqual([100, 200, 250]);
  expect(count).toBe(250);
  const written: unknown = JSON.parse(text);
  expect(written).toHaveLength(250);
  expect(written).toContainEqual({ ...anEntry(3), at: new Date(anEntry(3).at).toISOString() });
});

it("writes a table in words: who, when, what, before and after, and what became of it", async () => {
  const hid = anEntry(2, {
    action: "moderatePhotos",
    before: photosBy("g1", null, ["1", "2"]),
    after: photosBy("g1", "hide", ["1", "2"]),
  });
  const undo = anEntry(1, {
    ...hid,
    entryId: anEntry(1).entryId,
    at: anEntry(1).at,
    action: "undoAction",
    undoes: hid.entryId,
  });
  const { text } = await exported(new FakeTrail([undo, hid, anEntry(3, { isDone: false })]), "csv").file;
  const [head, ...rows] = text.trim().split("\r\n");
  expect(head).toBe("\uFEFFTime,Host,Action,Before,After,State".trim());
  expect(rows[1]).toBe(
    "2026-11-21 11:58:00,花子,Hid 2 photos by 健,2 photos: automatic,2 photos: hidden,undone",
  );
  expect(rows[0]?.endsWith(",done")).toBe(true);
  expect(rows[2]?.endsWith(",not carried out")).toBe(true);
});

it("gives up when the network does, and when nobody wants it any more", async () => {
  const cutOff = new FakeTrail(entries(5));
  cutOff.isCutOff = true;
  await expect(exported(cutOff, "csv").file).rejects.toThrow("the network is gone");
  const controller = new AbortController();
  const { file, progress } = exported(new FakeTrail(entries(250)), "csv", controller.signal);
  controller.abort();
  await expect(file).rejects.toThrow();
  expect(progress).toEqual([]);
});
