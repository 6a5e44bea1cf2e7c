import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createCeremonyStore } from "../../../functions/shared/adapters/ceremony-graphql.ts";
import { createGraphqlDoor } from "../../../functions/shared/adapters/graphql-door.ts";
import type { PhotoDraft } from "../../../functions/shared/ports/ceremony-store.ts";
import { openApi } from "../../../tests/fixtures/api.ts";
import { createEvent } from "../../../tests/fixtures/create-event.ts";
import { seedRules } from "#domain/event-rules";

let api: Awaited<ReturnType<typeof openApi>>;
let eventId = "";
const now = Date.UTC(2026, 10, 20, 12);

/** The worker's own store, in front of the synthesised API. */
const store = createCeremonyStore(
  createGraphqlDoor({
    url: async () => "https://api",
    fetch: async (_url, { body }) => {
      const { query, variables } = JSON.parse(String(body)) as { query: string; variables: object };
      const { status, data, errors } = await api.request("function", query, { ...variables });
      const text = JSON.stringify({ data, errors });
      return { ok: status === 200, status, text: () => text, json: () => JSON.parse(text) as unknown };
    },
  }),
);

const face = {
  box: { left: 0.1, top: 0.2, width: 0.3, height: 0.4 },
  confidence: 99,
  emotions: [{ type: "HAPPY", confidence: 90.5 }],
  smile: true,
  ageRange: { low: 20, high: 30 },
  gender: "Female",
} as const;
const cake = {
  name: "Wedding Cake",
  confidence: 97.5,
  parents: ["Cake", "Food"],
  instances: [{ box: face.box, confidence: 91 }],
};

const photo = (photoId: string, more: Partial<PhotoDraft> = {}): PhotoDraft => ({
  eventId,
  guestId: "g1",
  photoId,
  displayName: "Hanako",
  sentAt: now + Number(photoId),
  step: "read",
  state: "shown",
  score: 90.5,
  faces: [face],
  expiresAt: 2_000_000_000,
  ...more,
});

beforeAll(async () => {
  api = await openApi(() => now);
  ({ eventId } = await createEvent(api, now));
  await store.saveGuest({ eventId, guestId: "g1", displayName: "Hanako", language: "ja" }, "U1");
});
afterAll(() => api.close());

test("an event begins with the usual rules", async () => {
  expect((await store.event(eventId))?.rules).toEqual(seedRules);
});

test("everything that was read comes back as it was kept", async () => {
  const kept = photo("1", {
    state: "pending",
    reason: "banned-word",
    concern: "banned-word",
    labels: [cake],
    moderationLabels: [{ name: "Alcohol", confidence: 80.5 }],
    isModerationChecked: true,
    missions: ["cake"],
    duplicateOf: "0",
    decision: { says: "show", by: "hanako", at: 1, entryId: "e1", count: 1 },
    displayName: "Hanako",
    contentHash: "c1",
    lookHash: "00ff00ff00ff00ff",
  });
  expect(await store.savePhoto(kept, 0)).toBe(true);
  expect(await store.photo(kept)).toEqual({ ...kept, version: 1 });
});

describe("photos alike", () => {
  test("D1, D3: are found by bytes and by look, the earliest first, in this event only, each once", async () => {
    const look = "1234123412341234";
    await store.savePhoto(photo("12", { contentHash: "a", lookHash: look }), 0);
    await store.savePhoto(photo("11", { contentHash: "a", guestId: "g2" }), 0);
    await store.savePhoto(photo("13", { contentHash: "b", lookHash: look, state: "hidden" }), 0);
    await store.savePhoto(photo("14", { contentHash: "b", lookHash: "4321432143214321" }), 0);
    const alike = await store.photosLike(eventId, { contentHash: "a", lookHash: look });
    expect(alike.map(({ photoId }) => photoId)).toEqual(["11", "12", "13"]);
    expect(await store.photosLike("another event", { contentHash: "a", lookHash: look })).toEqual([]);
    expect(await store.photosLike(eventId, { contentHash: "nobody's" })).toEqual([]);
  });

  test("P3: one that was taken back is found no more", async () => {
    await store.savePhoto(photo("21", { contentHash: "gone", lookHash: "9999999999999999" }), 0);
    await store.savePhoto(photo("21", { state: "removed", reason: "withdrawn", score: 0, faces: [] }), 1);
    const fingerprint = { contentHash: "gone", lookHash: "9999999999999999" };
    expect(await store.photosLike(eventId, fingerprint)).toEqual([]);
  });
});

test("all photos of an event come whole, in the order in which they were sent, a page at a time", async () => {
  const of = (await createEvent(api, now, { boardId: "paged", joinCode: "PAGED2" })).eventId;
  // Ids against the order, of two guests.
  const sent = Array.from({ length: 201 }, (_, index) =>
    photo(String(1_000 - index), { eventId: of, guestId: `g${index % 2}`, sentAt: now + index }),
  );
  await Promise.all(sent.map((one) => store.savePhoto(one, 0)));
  const first = await store.photosOfEvent(of, undefined);
  expect(first.photos).toEqual(sent.slice(0, 200).map((one) => ({ ...one, version: 1 })));
  const second = await store.photosOfEvent(of, first.nextToken);
  expect(second.photos.map(({ photoId }) => photoId)).toEqual(["800"]);
  expect(second.nextToken).toBeUndefined();
  const term = { from: now, to: now + 2 };
  const early = await store.photosOfEvent(of, undefined, term);
  expect(early.photos.map(({ photoId }) => photoId)).toEqual(["1000", "999", "998"]);
});

test("a guest sees the labels of the own photo and the event's missions, met or not", async () => {
  await store.savePhoto(photo("31", { labels: [cake], missions: ["cake"], image: "p/1" }), 0);
  const { data } = await api.request(
    { eventId, guestId: "g1" },
    `{ myPhoto(photoId: "31") {
        scoring { faceCap } standing image missions { missionId }
        labels { name confidence parents instances { confidence box { left top width height } } }
    } }`,
  );
  expect(data?.["myPhoto"]).toEqual({
    scoring: { faceCap: null },
    standing: "best",
    image: "p/1",
    missions: [],
    labels: [cake],
  });
});

test("N2: a name that was held back comes back, and who has none is nobody's decision", async () => {
  const held = { eventId, guestId: "held", displayName: "Guest", heldName: "idiot", language: "en" } as const;
  const saved = { displayName: "Guest", heldName: "idiot", isNamedByHost: false };
  expect(await store.saveGuest(held, "U2")).toMatchObject(saved);
  expect(await store.saveGuest({ ...held, displayName: "Ann", heldName: "other" }, "U2")).toMatchObject(
    saved,
  );
  expect(await store.guest({ eventId, guestId: "held" })).toMatchObject(saved);
  expect(await store.guest({ eventId, guestId: "g1" })).not.toHaveProperty("heldName");
});

test("a host sees which earlier photo a photo repeats, whoever sent it, unless it was taken back or is of another event", async () => {
  const other = await createEvent(api, now, { boardId: "other", joinCode: "OTHER2" });
  await store.savePhoto(photo("41"), 0);
  await store.savePhoto(photo("42", { state: "removed" }), 0);
  await store.savePhoto(photo("43", { eventId: other.eventId }), 0);
  const repeats = async (photoId: string, duplicateOf?: string) => {
    const repeated = { guestId: "g2", ...(duplicateOf !== undefined && { duplicateOf }) };
    await store.savePhoto(photo(photoId, repeated), 0);
    const { data, errors } = await api.request(
      "host",
      `query ($eventId: ID!, $photoId: ID!) {
        hostPhoto(eventId: $eventId, guestId: "g2", photoId: $photoId) {
          photo { photoId } faces { confidence } earlier { photoId guestId }
        }
      }`,
      { eventId, photoId },
    );
    expect(errors).toBeUndefined();
    return data?.["hostPhoto"];
  };
  const told = { faces: [{ confidence: 99 }], earlier: null };
  expect(await repeats("51", "41")).toEqual({
    ...told,
    photo: { photoId: "51" },
    earlier: { photoId: "41", guestId: "g1" },
  });
  expect(await repeats("52", "42")).toEqual({ ...told, photo: { photoId: "52" } });
  expect(await repeats("53", "43")).toEqual({ ...told, photo: { photoId: "53" } });
  expect(await repeats("54")).toEqual({ ...told, photo: { photoId: "54" } });
  const { data } = await api.request(
    "host",
    `query ($eventId: ID!) { hostPhoto(eventId: $eventId, guestId: "g2", photoId: "nobody's") { photo { photoId } } }`,
    { eventId },
  );
  expect(data?.["hostPhoto"]).toBeNull();
});
