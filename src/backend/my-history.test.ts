import { expect, it } from "vitest";
import { parseHistoryPhoto } from "./my-history.ts";

const row = {
  photoId: "1",
  state: "shown",
  reason: null,
  score: 90.5,
  faceCount: 2,
  image: "p/abc",
  width: 800,
  height: 600,
  sentAt: 5,
};

it("reads a photo with the addresses of its copies", () => {
  const picture = {
    display: "https://cdn/p/abc.jpg",
    thumbnail: "https://cdn/p/abc-s.jpg",
  };
  expect(parseHistoryPhoto(row, "https://cdn")).toEqual({
    photoId: "1",
    state: "shown",
    reason: null,
    score: 90.5,
    faceCount: 2,
    picture,
    size: { width: 800, height: 600 },
    leavesAt: null,
    sentAt: 5,
  });
});

it("reads one without a picture, and forgets a reason that it does not know", () => {
  const hidden = { ...row, state: "hidden", reason: "of-tomorrow", image: null };
  expect(parseHistoryPhoto(hidden, "https://cdn")).toMatchObject({ picture: null, reason: null });
  const unread = { ...hidden, width: null, height: null };
  expect(parseHistoryPhoto(hidden, "https://cdn").size).toEqual({ width: 800, height: 600 });
  expect(parseHistoryPhoto(unread, "https://cdn").size).toBeNull();
});

it.each([{ state: "of-tomorrow" }, { score: "9" }, { photoId: undefined }, { width: null }])(
  "refuses %j",
  (wrong) => {
    expect(() => parseHistoryPhoto({ ...row, ...wrong }, "https://cdn")).toThrow();
  },
);
