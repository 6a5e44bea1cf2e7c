import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  belongsTogether,
  isRehearsalUser,
  planRehearsal,
  rehearsalGuestOf,
  rehearsalMessageId,
  rehearsalMessageOf,
  rehearsalProfile,
  rehearsalToken,
  rehearsalTokenOf,
  rehearsalUserId,
} from "./rehearsal.ts";
import { rehearsalTitle } from "./words/rehearsal-title.ts";

const ids = fc.uuid();
const eventId = "0f8fad5b-d9cb-469f-a165-70867728950e";
const pictures = [
  { name: "bride", weight: 3 },
  { name: "cake", weight: 1 },
];
const planOf = (size: { guests: number; photos: number; minutes: number }, id = eventId) =>
  planRehearsal(id, size, pictures);

describe("a drawn guest", () => {
  it("H2: is known by an id that LINE gives nobody, and no other id is", () => {
    fc.assert(
      fc.property(ids, fc.nat(999), (id, guest) => {
        expect(rehearsalGuestOf(rehearsalUserId({ eventId: id, guest }))).toEqual({ eventId: id, guest });
      }),
    );
    expect(rehearsalUserId({ eventId, guest: 7 })).not.toMatch(/^U[0-9a-f]{32}$/);
    for (const id of [
      `U${"0".repeat(32)}`,
      "",
      "R-1-2",
      `R-${eventId}`,
      `x R-${eventId}-1`,
      `R-${eventId}-1 `,
    ])
      expect(isRehearsalUser(id)).toBe(false);
  });

  it("H2: plays in its rehearsal and nowhere else, where nobody else plays", () => {
    const drawn = rehearsalUserId({ eventId, guest: 0 });
    const real = `U${"a".repeat(32)}`;
    const other = "11111111-d9cb-469f-a165-70867728950e";
    expect(belongsTogether(drawn, { eventId, isRehearsal: true })).toBe(true);
    expect(belongsTogether(drawn, { eventId, isRehearsal: false })).toBe(false);
    expect(belongsTogether(drawn, { eventId })).toBe(false);
    expect(belongsTogether(drawn, { eventId: other, isRehearsal: true })).toBe(false);
    expect(belongsTogether(real, { eventId, isRehearsal: true })).toBe(false);
    expect(belongsTogether(real, { eventId })).toBe(true);
  });

  it("is called as people are, most in Japanese, and few the same", () => {
    const profiles = Array.from({ length: 100 }, (_, guest) => rehearsalProfile({ guest }));
    const speak = (language: string) => profiles.filter((one) => one.language === language).length;
    expect([speak("ja"), speak("en"), speak("zh-Hant")]).toEqual([70, 20, 10]);
    expect(new Set(profiles.map(({ displayName }) => displayName)).size).toBeGreaterThan(80);
  });
});

describe("a drawn message", () => {
  const messages = fc.record({
    number: fc.nat(999_999),
    picture: fc.nat(99),
    look: fc.nat(9_999),
    isReadForReal: fc.boolean(),
  });

  it("has an id of digits that says everything, another one in every event, and longer than LINE's", () => {
    fc.assert(
      fc.property(ids, messages, (id, message) => {
        const messageId = rehearsalMessageId(id, message);
        expect(messageId).toMatch(/^\d{31}$/);
        expect(rehearsalMessageOf(messageId)).toEqual(message);
      }),
    );
    const message = { number: 1, picture: 2, look: 3, isReadForReal: false };
    expect(rehearsalMessageId(eventId, message)).not.toBe(
      rehearsalMessageId("11111111-d9cb-469f-a165-70867728950e", message),
    );
    for (const id of ["581203405921845000", "", "9".repeat(19), "8".repeat(31), "a"])
      expect(rehearsalMessageOf(id)).toBeUndefined();
  });

  it("is answered by a token that LINE never gives", () => {
    const token = { eventId, sentAt: 1_800_000_000_123, subject: "set#a:b" };
    expect(rehearsalTokenOf(rehearsalToken(token))).toEqual(token);
    expect(rehearsalTokenOf("0f3779fba3b349968c5d07db31eab56f")).toBeUndefined();
  });
});

describe("H5: the plan of a rehearsal", () => {
  it("is the same for the same event and size, and another one for another event", () => {
    const size = { guests: 20, photos: 40, minutes: 3 };
    expect(planOf(size)).toEqual(planOf(size));
    expect(planOf(size, "11111111-d9cb-469f-a165-70867728950e").acts).not.toEqual(planOf(size).acts);
  });

  it("sends each photo once, ends in time, and takes back nothing before it was sent", () => {
    for (const size of [
      { guests: 1, photos: 1, minutes: 1 },
      { guests: 80, photos: 300, minutes: 30 },
      { guests: 1_000, photos: 2_000, minutes: 60 },
    ]) {
      const { acts, guests } = planOf(size);
      const photos = acts.flatMap((act) => (act.kind === "photos" ? act.photos : []));
      expect(guests).toHaveLength(size.guests);
      expect(new Set(photos.map(({ photo }) => photo)).size).toBe(size.photos);
      expect(Math.max(...acts.map(({ atMs }) => atMs))).toBeLessThanOrEqual(size.minutes * 60_000);
      const sent = new Set<number>();
      for (const act of acts) {
        if (act.kind === "photos") act.photos.forEach(({ photo }) => sent.add(photo));
        if (act.kind === "unsend") expect(sent.has(act.photo)).toBe(true);
      }
      expect(acts.filter(({ kind }) => kind === "join")).toHaveLength(size.guests);
      expect(acts.some(({ kind }) => kind === "unfollow")).toBe(false);
    }
  });

  it("has five minutes in which far more comes than before and after", () => {
    const { acts } = planOf({ guests: 200, photos: 2_000, minutes: 60 });
    const perMinute = (from: number, to: number) =>
      acts.filter(({ kind, atMs }) => kind === "photos" && atMs >= from * 60_000 && atMs < to * 60_000)
        .length /
      (to - from);
    expect(perMinute(30, 35)).toBeGreaterThan(4 * perMinute(0, 30));
    expect(perMinute(30, 35)).toBeGreaterThan(4 * perMinute(36, 60));
  });
});

it("H1: the title says that it is a rehearsal, and is no longer than a title", () => {
  expect(rehearsalTitle("山田家", "ja")).toBe("【リハーサル】山田家");
  expect([...rehearsalTitle("😀".repeat(100), "en")]).toHaveLength(100);
});
