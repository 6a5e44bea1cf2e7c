import { deletedByAt } from "#domain/retention";
import { seedRules } from "#domain/event-rules";
import { describe, expect, it } from "vitest";
import type { EventSettings } from "#domain/event";
import { verifySession } from "../shared/guest-session-token.ts";
import { InMemoryStore } from "../shared/in-memory-store.ts";
import { guestIdOf } from "../shared/keyed-names.ts";
import type { IdTokenVerdict } from "../shared/ports/id-token-verifier.ts";
import { startSession } from "./start-session.ts";

const hanako = "U".padEnd(33, "a");
const taro = "U".padEnd(33, "b");
const now = 1_800_000_000_000;

const wedding: EventSettings = {
  eventId: "event-1",
  boardId: "board-1",
  joinCode: "RRRRRR",
  title: "山田家 披露宴",
  language: "ja",
  opensAt: now - 10,
  closesAt: now + 1_000,
  state: "open",
  policy: "show-first",
  moderation: "off",
  keepsAgeAndGender: false,
  allowsPaidMessages: false,
  rules: seedRules,
  nameWords: [],
  retentionEndsAt: now + 90_000_000,
};
const ceremony: EventSettings = { ...wedding, eventId: "event-2", title: "成人式" };
const guestIn = (event: EventSettings, lineUserId: string): string =>
  guestIdOf("guest-id-key", event.eventId, lineUserId);

/** A store in which each of the given guests sent a photo; the ID token of the tests is simply the user's id. */
async function openWorld(
  ...sent: readonly (readonly [lineUserId: string, event: EventSettings, photoId: string])[]
) {
  const store = new InMemoryStore();
  for (const [lineUserId, event, photoId] of sent) {
    const key = { eventId: event.eventId, guestId: guestIn(event, lineUserId) };
    store.events.set(event.eventId, event);
    await store.savePerson({ lineUserId, eventId: event.eventId, language: "ja" });
    await store.saveGuest({ ...key, displayName: "花子", language: "ja" }, lineUserId);
    const row = {
      ...key,
      photoId,
      displayName: "花子",
      sentAt: now,
      step: "answered",
      state: "shown",
      score: 80,
      expiresAt: 1,
    } as const;
    await store.savePhoto(row, 0);
  }
  const ports = {
    store,
    verifier: {
      verify: async (token: string): Promise<IdTokenVerdict> => ({ kind: "verified", lineUserId: token }),
    },
    clock: () => now,
    guestIdKey: "guest-id-key",
    sessionKey: "session-key",
  };
  return { store, ports };
}

describe("starting a session", () => {
  it("gives a token of the guest's own until the event is deleted", async () => {
    const { ports } = await openWorld([hanako, wedding, "1001"]);
    const answer = await startSession(ports, { idToken: hanako });
    const session = { guestId: guestIn(wedding, hanako), expiresAt: deletedByAt(wedding) };
    expect(answer).toEqual({ ...session, eventTitle: wedding.title, token: expect.any(String) });
    const token = "token" in answer ? answer.token : "";
    expect(verifySession(token, "session-key", now)).toEqual({
      ...session,
      eventId: "event-1",
      issuedAt: now,
    });
  });

  it("is about the photo's event, though the guest plays in another one now", async () => {
    const { ports } = await openWorld([hanako, wedding, "1001"], [hanako, ceremony, "2002"]);
    expect(await startSession(ports, { idToken: hanako })).toMatchObject({ eventTitle: ceremony.title });
    expect(await startSession(ports, { idToken: hanako, photoId: "1001" })).toMatchObject({
      eventTitle: wedding.title,
      guestId: guestIn(wedding, hanako),
    });
  });

  it("never follows somebody else's photo into another event", async () => {
    const { ports } = await openWorld([hanako, wedding, "1001"], [taro, ceremony, "2002"]);
    const answer = await startSession(ports, { idToken: taro, photoId: "1001" });
    expect(answer).toMatchObject({ eventTitle: ceremony.title, guestId: guestIn(ceremony, taro) });
  });

  it("refuses who never played", async () => {
    const { ports } = await openWorld([hanako, wedding, "1001"]);
    expect(await startSession(ports, { idToken: taro })).toEqual({ refused: "not-a-guest" });
    expect(await startSession(ports, { idToken: taro, photoId: "1001" })).toEqual({ refused: "not-a-guest" });
  });

  it("refuses when the event is over for good, and when it is deleted", async () => {
    const { store, ports } = await openWorld([hanako, wedding, "1001"]);
    const late = { ...ports, clock: () => deletedByAt(wedding) };
    expect(await startSession(late, { idToken: hanako })).toEqual({ refused: "not-a-guest" });
    store.events.clear();
    expect(await startSession(ports, { idToken: hanako })).toEqual({ refused: "not-a-guest" });
  });

  it("refuses the banned", async () => {
    const { store, ports } = await openWorld([hanako, wedding, "1001"]);
    for (const [key, guest] of store.guests) store.guests.set(key, { ...guest, bannedAt: 5 });
    expect(await startSession(ports, { idToken: hanako })).toEqual({ refused: "banned" });
  });

  it.each(["token-invalid", "token-expired"] as const)("%s is all that is said", async (reason) => {
    const { ports } = await openWorld([hanako, wedding, "1001"]);
    const verify = async () => ({ kind: "refused", reason }) as const;
    expect(await startSession({ ...ports, verifier: { verify } }, { idToken: hanako })).toEqual({
      refused: reason,
    });
  });
});
