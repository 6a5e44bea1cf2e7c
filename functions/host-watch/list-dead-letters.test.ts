import { describe, expect, it } from "vitest";
import type { StoredPhoto } from "../shared/ports/ceremony-store.ts";
import { createWatch } from "./in-memory-watch.ts";
import { listDeadLetters } from "./list-dead-letters.ts";
import { subjectOfLetter } from "./subject-of-letter.ts";

const userId = "U".padEnd(33, "a");
const lineEvent = (more: object): object => ({
  kind: "line-event",
  event: { type: "message", source: { type: "user", userId }, replyToken: "secret", timestamp: 5, ...more },
});
const photo = lineEvent({ message: { type: "image", id: "1001" } });
const stored: StoredPhoto = {
  eventId: "event-1",
  guestId: "guest-1",
  photoId: "1001",
  displayName: "花子",
  sentAt: 5,
  step: "read",
  state: "hidden",
  score: 0,
  faces: [],
  expiresAt: 9,
  version: 1,
};

describe("the list of dead letters", () => {
  it("says what it is, whose, and why it failed, and never who it is to LINE", async () => {
    const { ports, photos, known, failures } = createWatch();
    photos.add("m1", photo, 7_000);
    known.set("1001", stored);
    failures.set("m1", { code: "face-reading-failed", failedAt: 9_000 });
    const page = await listDeadLetters(ports);
    expect(page).toEqual({
      letters: [
        {
          letterId: "m1",
          queue: "photos",
          kind: "photo",
          photoId: "1001",
          eventId: "event-1",
          guestId: "guest-1",
          displayName: "花子",
          sentAt: 7_000,
          failedAt: 9_000,
          reason: "face-reading-failed",
        },
      ],
      isComplete: true,
    });
    expect(JSON.stringify(page)).not.toMatch(/secret|Uaaa/);
  });

  it("calls broken off what left no reason, and names nobody it does not know", async () => {
    const { ports, photos } = createWatch();
    photos.add("m1", photo, 7_000);
    const { letters } = await listDeadLetters(ports);
    expect(letters).toEqual([
      {
        letterId: "m1",
        queue: "photos",
        kind: "photo",
        photoId: "1001",
        sentAt: 7_000,
        reason: "broken-off",
      },
    ]);
  });

  it("knows a guest of whom our own message tells", async () => {
    const { ports, orders, guests } = createWatch();
    guests.set("guest-2", "健");
    orders.add("m1", { kind: "settle", eventId: "event-1", guestId: "guest-2" });
    orders.add("m2", { kind: "settle", eventId: "event-1", guestId: "gone" });
    const { letters } = await listDeadLetters(ports);
    expect(letters.map(({ displayName }) => displayName)).toEqual(["健", undefined]);
  });

  it("shows all queues together, the oldest first", async () => {
    const { ports, photos, chat, orders } = createWatch();
    photos.add("late", photo, 3);
    chat.add("early", lineEvent({ message: { type: "text", id: "2" } }), 1);
    orders.add("middle", { kind: "settle", eventId: "e", guestId: "g" }, 2);
    const { letters } = await listDeadLetters(ports);
    expect(letters.map(({ letterId, queue, kind }) => [letterId, queue, kind])).toEqual([
      ["early", "chat", "chat"],
      ["middle", "orders", "settle"],
      ["late", "photos", "photo"],
    ]);
  });

  it("leaves everything where it is, so that the next host sees it at once", async () => {
    const { ports, photos } = createWatch();
    for (let n = 0; n < 25; n += 1) photos.add(`m${n}`, photo, n);
    const looks = [await listDeadLetters(ports), await listDeadLetters(ports)];
    expect(looks.map(({ letters, isComplete }) => [letters.length, isComplete])).toEqual([
      [25, true],
      [25, true],
    ]);
    expect(photos.resting.size).toBe(25);
  });

  it("says that it does not see all while another host looks, or when there are too many", async () => {
    const { ports, photos, chat } = createWatch();
    photos.add("held", photo);
    await photos.take(15);
    expect(await listDeadLetters(ports)).toEqual({ letters: [], isComplete: false });
    for (let n = 0; n < 101; n += 1) chat.add(`m${n}`, "{}");
    expect((await listDeadLetters(ports)).letters).toHaveLength(100);
  });

  it("lets letters that could not be put back come back by themselves", async () => {
    const { ports, photos } = createWatch();
    photos.add("m1", photo);
    photos.broken.add("putBack");
    expect((await listDeadLetters(ports)).letters).toHaveLength(1);
    expect((await listDeadLetters(ports)).isComplete).toBe(false);
    photos.now = 15;
    expect((await listDeadLetters(ports)).letters).toHaveLength(1);
  });
});

describe("what a letter is about", () => {
  it.each([
    [lineEvent({ type: "follow" }), { kind: "follow" }],
    [lineEvent({ type: "postback" }), { kind: "chat" }],
    [lineEvent({ type: "unsend", unsend: { messageId: "7" } }), { kind: "unsend", photoId: "7" }],
    [
      { ...photo, kind: "remind" },
      { kind: "remind", photoId: "1001" },
    ],
    [
      { kind: "recheck", eventId: "e", guestId: "g", photoId: "p" },
      { kind: "recheck", eventId: "e", guestId: "g", photoId: "p" },
    ],
    [{ kind: "line-event", event: "?" }, { kind: "unreadable" }],
    ["no JSON", { kind: "unreadable" }],
    [{}, { kind: "unreadable" }],
  ])("of %j is %j", (body, subject) => {
    expect(subjectOfLetter(typeof body === "string" ? body : JSON.stringify(body))).toEqual(subject);
  });
});
