import { expect, it } from "vitest";
import { photoFileName, takeName, wallDate, wallTime } from "./file-names.ts";

const sentAt = Date.UTC(2026, 10, 21, 9, 3, 12, 700);
const face = { box: { left: 0, top: 0, width: 1, height: 1 }, confidence: 99, emotions: [] };
const photo = { sentAt, score: 142.6, original: "originals/e/g/1.jpg", faces: [face] };

it("a photo is called after the time in the hall and its points", () => {
  expect(photoFileName(photo, "Asia/Tokyo")).toBe("2026-11-21 18-03-12 142.6pt.jpg");
  expect(photoFileName({ ...photo, original: "originals/e/g/1.png" }, "Asia/Taipei")).toBe(
    "2026-11-21 17-03-12 142.6pt.png",
  );
});

it("X2: and after who sent it, without what a file system or nobody reads", () => {
  const named = (name: string) => photoFileName(photo, "Asia/Tokyo", name);
  expect(named("花子")).toBe("2026-11-21 18-03-12 花子 142.6pt.jpg");
  expect(named('../A\u202E:*?"<>|\\ ')).toBe("2026-11-21 18-03-12 A 142.6pt.jpg");
  expect(named(" . ")).toBe("2026-11-21 18-03-12 142.6pt.jpg");
});

it("a photo with nobody on it has no points to tell", () => {
  expect(photoFileName({ ...photo, faces: [], score: 0 }, "Asia/Tokyo")).toBe("2026-11-21 18-03-12.jpg");
});

it("a name that is taken gets a number", () => {
  const taken = new Set<string>();
  const name = photoFileName(photo, "Asia/Tokyo");
  expect([1, 2, 3].map(() => takeName(name, taken))).toEqual([
    name,
    "2026-11-21 18-03-12 142.6pt (2).jpg",
    "2026-11-21 18-03-12 142.6pt (3).jpg",
  ]);
});

it("a date reads as the clock in the hall, wherever the process is", () => {
  const date = wallDate(sentAt, "Asia/Tokyo");
  expect([date.getDate(), date.getHours(), date.getMinutes(), date.getSeconds()]).toEqual([21, 18, 3, 12]);
  expect(wallTime(Date.UTC(2026, 11, 31, 15), "Asia/Tokyo")).toBe("2027-01-01 00:00:00");
});
