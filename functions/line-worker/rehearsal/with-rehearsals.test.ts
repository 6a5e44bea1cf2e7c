import { describe, expect, it } from "vitest";
import {
  rehearsalMessageId,
  type RehearsalMessage,
  rehearsalToken,
  rehearsalUserId,
} from "#domain/rehearsal";
import { readAsRecorded } from "../../shared/rehearsal/read-as-recorded.ts";
import { recordedReadings } from "../../shared/rehearsal/recorded-readings.ts";
import { pictureKeyOf } from "../../shared/adapters/s3-rehearsal-keys.ts";
import type { RehearsalBucket, RehearsalNote } from "../../shared/ports/rehearsal-calls.ts";
import { joinEvent } from "../chat/join-event.ts";
import { toGuestEvent } from "../guest-event.ts";
import { findEvent } from "../guests/find-event.ts";
import { aPicture, createWorld, demoEvent, OPENED_AT } from "../in-memory-world.ts";
import { receivePhoto } from "../photos/receive-photo.ts";
import { withRehearsals } from "./with-rehearsals.ts";

const eventId = "0f8fad5b-d9cb-469f-a165-70867728950e";
const drawn = rehearsalUserId({ eventId, guest: 4 });
const real = "U".padEnd(33, "a");
const rehearsal = { ...demoEvent, eventId, boardId: "board-r", joinCode: "HHHHHH", isRehearsal: true };
const photo = (given: Partial<RehearsalMessage> = {}): string =>
  rehearsalMessageId(eventId, { number: 1, picture: 0, look: 1, isReadForReal: false, ...given });
const BUCKET = "https://photos.s3.ap-northeast-1.amazonaws.com";
const urlOf = (name: string): string => `${BUCKET}/rehearsal/pictures/${eventId}/${name}.jpg`;

/** A worker that plays a rehearsal beside the real event, and what was written down. */
function play() {
  const world = createWorld();
  world.store.events.set(eventId, rehearsal);
  for (const { joinCode, eventId: of } of [rehearsal, demoEvent]) world.store.joinCodes.set(joinCode, of);
  const notes: (RehearsalNote & { readonly eventId: string })[] = [];
  const bucket: RehearsalBucket = {
    note: async (of, note) => void notes.push({ ...note, eventId: of }),
    pictureAt: async (url) =>
      pictureKeyOf(BUCKET, url) === undefined
        ? { kind: "gone" }
        : { kind: "content", bytes: Buffer.concat([aPicture, Buffer.from(url)]) },
  };
  return { world, notes, ports: withRehearsals({ ...world.ports, store: world.store }, bucket) };
}
const sent = (lineUserId: string, photoId: string, url = urlOf("1")) => ({
  kind: "photo" as const,
  lineUserId,
  photoId,
  replyId: photoId,
  replyToken: rehearsalToken({ eventId, sentAt: OPENED_AT + 1, subject: photoId }),
  sentAt: OPENED_AT + 1,
  contentUrl: url,
});

/** What asks or tells LINE, or Rekognition. */
const OUTSIDE = /^(messenger|menu|allowance|source|faceReader|contentChecker|labelReader|textReader)\./;

describe("H3: of a drawn guest's photo", () => {
  it("neither LINE nor Rekognition hears, and everything is written down", async () => {
    const { world, notes, ports } = play();
    await receivePhoto(ports, sent(drawn, photo()));
    expect(world.calls.filter((call) => OUTSIDE.test(call))).toEqual([]);
    expect([...world.store.photos.values()]).toMatchObject([
      { eventId, photoId: photo(), state: "shown", step: "answered" },
    ]);
    expect([...world.store.guests.values()]).toMatchObject([
      { eventId, language: "en", displayName: "Anna" },
    ]);
    const calls = notes.map(({ call, subject }) => `${call} ${subject}`).toSorted();
    expect(calls).toEqual(
      ["faces", "moderation", "reply", "stored"]
        .map((call) => `${call} ${photo()}`)
        .concat(["loading 4", "profile 4"])
        .toSorted(),
    );
    expect(notes.every((note) => note.eventId === eventId)).toBe(true);
  });

  it("Rekognition reads it where the host wants that, and that is written down, too", async () => {
    const { world, notes, ports } = play();
    const photoId = photo({ isReadForReal: true });
    world.faces.set(photoId, { kind: "read", faces: [] });
    await receivePhoto(ports, sent(drawn, photoId));
    expect(world.calls).toContain("faceReader.readFaces");
    expect(notes.map(({ call }) => call)).toEqual(expect.arrayContaining(["faces", "moderation"]));
  });

  it("an answer after the token's minute comes too late, as at LINE, and is told as untold", async () => {
    const { world, notes, ports } = play();
    world.now = OPENED_AT + 61_002;
    await receivePhoto(ports, sent(drawn, photo()));
    expect(notes.filter(({ call }) => call === "expired")).toHaveLength(1);
    expect([...world.store.photos.values()]).toMatchObject([{ isUntold: true }]);
  });

  it("a push, a menu and the question for the quota are written down, too", async () => {
    const { world, notes, ports } = play();
    expect(await ports.allowance.take(drawn)).toBe(true);
    expect(await ports.menu.show(drawn, "ja")).toBe(true);
    const answer = { kind: "received", language: "ja", photoId: photo() } as const;
    expect(await ports.messenger.push(drawn, answer, [], "key")).toEqual({ kind: "sent" });
    expect(notes.map(({ call, subject }) => `${call} ${subject}`)).toEqual(["quota 4", "menu 4", "push key"]);
    expect(world.calls.filter((call) => OUTSIDE.test(call))).toEqual([]);
  });
});

it("everything of a real guest goes where it went, and nothing is written down", async () => {
  const { world, notes, ports } = play();
  await receivePhoto(ports, world.addPhoto("10", [80]));
  await ports.menu.show(real, "ja");
  await ports.allowance.take(real);
  await ports.messenger.push(real, { kind: "received", language: "ja", photoId: "10" }, [], "key");
  expect(notes).toEqual([]);
  expect(world.calls).toEqual(
    expect.arrayContaining([
      "messenger.reply",
      "messenger.profile",
      "messenger.push",
      "source.photoContent",
      "faceReader.readFaces",
      "menu.show",
      "allowance.take",
    ]),
  );
});

describe("H4: a picture from elsewhere", () => {
  const image = (userId: string, contentProvider: object | undefined, id = "581203405921845000") => ({
    type: "message",
    timestamp: 1,
    source: { type: "user", userId },
    replyToken: "t",
    webhookEventId: "w",
    message: { type: "image", id, ...(contentProvider && { contentProvider }) },
  });
  const external = { type: "external", originalContentUrl: urlOf("1") };

  it("of a real guest is not taken, wherever it lies", () => {
    for (const id of ["581203405921845000", photo()]) {
      expect(toGuestEvent(image(real, external, id))).toMatchObject({ kind: "unsupported" });
      expect(toGuestEvent(image(real, external, id))).not.toHaveProperty("contentUrl");
      expect(toGuestEvent(image(real, { type: "line", originalContentUrl: urlOf("1") }, id))).toMatchObject({
        kind: "photo",
      });
      expect(
        toGuestEvent(image(real, { type: "line", originalContentUrl: urlOf("1") }, id)),
      ).not.toHaveProperty("contentUrl");
    }
  });

  it("of a drawn guest is the only one that is", () => {
    expect(toGuestEvent(image(drawn, external, photo()))).toMatchObject({
      kind: "photo",
      contentUrl: urlOf("1"),
    });
    for (const other of [undefined, { type: "line" }, { type: "external" }])
      expect(toGuestEvent(image(drawn, other, photo()))).toMatchObject({ kind: "unsupported" });
  });

  it("is taken out of the own bucket, where rehearsals put it, and nothing else is asked", async () => {
    expect(pictureKeyOf(BUCKET, urlOf("12-anew"))).toBe(`rehearsal/pictures/${eventId}/12-anew.jpg`);
    for (const url of [
      `${BUCKET}/originals/event-1/g/1.jpg`,
      `${BUCKET}/rehearsal/pictures/${eventId}/../../../originals/1.jpg`,
      `${BUCKET}/rehearsal/pictures/${eventId}/%2e%2e/1.jpg`,
      `${BUCKET}/rehearsal/pictures/${eventId}/1.jpg?x=.jpg`,
      `${BUCKET}.evil.example/rehearsal/pictures/${eventId}/1.jpg`,
      `${BUCKET}@evil.example/rehearsal/pictures/${eventId}/1.jpg`,
      `http://169.254.169.254/rehearsal/pictures/${eventId}/1.jpg`,
      `https://evil.example/rehearsal/pictures/${eventId}/1.jpg`,
      "",
    ])
      expect(pictureKeyOf(BUCKET, url), url).toBeUndefined();
    const { world, ports } = play();
    await receivePhoto(ports, sent(drawn, photo(), "https://evil.example/1.jpg"));
    expect(world.store.photos.size).toBe(0);
    expect(world.calls).not.toContain("source.photoContent");
  });

  it("a user id that neither LINE nor a rehearsal gives is nobody's", () => {
    for (const userId of ["R-1-1", "U123", "", `R-${eventId}-1; x`])
      expect(toGuestEvent(image(userId, external, photo()))).toBeUndefined();
  });
});

describe("H2: between a rehearsal and everything else", () => {
  const code = (lineUserId: string, text: string) =>
    ({ kind: "chat", lineUserId, sentAt: OPENED_AT + 1, replyId: "c", replyToken: "t", text }) as const;

  it("a real guest finds no rehearsal, neither by its code nor by being new", async () => {
    const { world, ports } = play();
    const joined = await joinEvent(ports, code(real, rehearsal.joinCode));
    expect(joined?.answer).toMatchObject({ kind: "refused", reason: "unknown-code" });
    expect([world.store.guests.size, world.store.persons.size]).toEqual([0, 0]);
  });

  it("a drawn guest finds only its own, before and after its code", async () => {
    const { world, ports } = play();
    expect(await findEvent(ports, drawn, OPENED_AT + 1)).toMatchObject({
      event: { eventId },
      isJoined: false,
    });
    expect((await joinEvent(ports, code(drawn, demoEvent.joinCode)))?.answer).toMatchObject({
      reason: "unknown-code",
    });
    expect((await joinEvent(ports, code(drawn, rehearsal.joinCode)))?.answer).toMatchObject({
      kind: "greeting",
    });
    expect([...world.store.guests.values()]).toMatchObject([{ eventId }]);
    expect(await findEvent(ports, drawn, OPENED_AT)).toMatchObject({ event: { eventId }, isJoined: true });
  });

  it("a drawn guest whose rehearsal is gone, or is none, plays nowhere", async () => {
    const { world, ports } = play();
    world.store.events.set(eventId, { ...rehearsal, isRehearsal: false });
    expect((await findEvent(ports, drawn, OPENED_AT)).event).toBeUndefined();
    world.store.events.delete(eventId);
    expect((await findEvent(ports, drawn, OPENED_AT)).event).toBeUndefined();
    await receivePhoto(ports, sent(drawn, photo()));
    expect(world.store.photos.size).toBe(0);
  });
});

it("H3: what was recorded is the same for the same look, and nearly the same for another one", () => {
  const of = (look: number) => readAsRecorded({ number: 1, picture: 0, look, isReadForReal: false });
  expect(of(1)).toEqual(of(1));
  expect(of(1)).not.toEqual(of(2));
  const happiness = (look: number): number => {
    const { faces } = of(look);
    if (faces.kind === "refused") throw new Error("recorded as refused");
    return faces.faces[0]?.emotions.find(({ type }) => type === "HAPPY")?.confidence ?? 0;
  };
  for (let look = 0; look < 50; look += 1) expect(happiness(look)).toBeGreaterThan(75);
  expect(recordedReadings.length).toBeGreaterThan(7);
});
