import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createCeremonyStore } from "../../../functions/shared/adapters/ceremony-graphql.ts";
import { createGraphqlDoor } from "../../../functions/shared/adapters/graphql-door.ts";
import type { PhotoDraft } from "../../../functions/shared/ports/ceremony-store.ts";
import { openApi } from "../../../tests/fixtures/api.ts";
import { createEvent } from "../../../tests/fixtures/create-event.ts";
import { standingOf } from "#domain/standing";

let api: Awaited<ReturnType<typeof openApi>>;
let eventId = "";
let now = Date.UTC(2026, 10, 20, 12);

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

const photo = (photoId: string, more: Partial<PhotoDraft> = {}): PhotoDraft => ({
  eventId,
  guestId: "g1",
  photoId,
  displayName: "Hanako",
  sentAt: Number(photoId),
  step: "answered",
  state: "shown",
  score: 90.5,
  image: `p/${photoId}`,
  width: 800,
  height: 600,
  expiresAt: 2_000_000_000,
  ...more,
});

interface History {
  readonly photos: readonly { readonly photoId: string; readonly image: string | null }[];
  readonly nextToken: string | null;
}

const QUERY = `query ($nextToken: String) { myHistory(nextToken: $nextToken) {
  eventTitle language displayName score place bestPhotoId isOffScreen heldName isNamedByHost joinCode
  photos { photoId state reason score faceCount image width height sentAt version } nextToken
} }`;

async function history(guestId: string, nextToken?: string | null): Promise<History> {
  const { data, errors } = await api.request({ eventId, guestId }, QUERY, { nextToken });
  if (errors !== undefined) throw new Error(errors.map(({ errorType }) => errorType).join("; "));
  return data?.["myHistory"] as History; // as the query asks
}

beforeAll(async () => {
  api = await openApi(() => now);
});
afterAll(() => api.close());
beforeEach(async () => {
  now += 1000;
  ({ eventId } = await createEvent(api, now));
  for (const guestId of ["g1", "g2"])
    await store.saveGuest({ eventId, guestId, displayName: "Hanako", language: "ja" }, `U-${guestId}`);
});

test("tells a guest the own photos, newest first, without those that were taken back", async () => {
  await store.savePhoto(photo("100"), 0);
  await store.savePhoto(photo("101", { state: "hidden", reason: "no-face", score: 0 }), 0);
  await store.savePhoto(photo("102", { state: "removed", reason: "withdrawn" }), 0);
  await store.savePhoto(photo("103", { state: "pending", reason: "review-first" }), 0);
  await store.savePhoto(photo("104", { guestId: "g2" }), 0);
  const standing = standingOf([photo("100")], { guestId: "g1" });
  expect(await store.saveStanding({ eventId, guestId: "g1" }, standing, 1)).toBe(true);
  const told = { faceCount: 0, width: 800, height: 600, version: 1 };
  expect(await history("g1")).toEqual({
    eventTitle: "Party",
    language: "ja",
    displayName: "Hanako",
    score: 90.5,
    place: 1,
    bestPhotoId: "100",
    isOffScreen: false,
    heldName: null,
    isNamedByHost: false,
    joinCode: expect.stringMatching(/^[A-Z0-9]{6}$/),
    nextToken: null,
    photos: [
      // P2: a picture that is not public, or not any more, has no name.
      {
        ...told,
        photoId: "103",
        state: "pending",
        reason: "review-first",
        score: 90.5,
        image: null,
        sentAt: 103,
      },
      { ...told, photoId: "101", state: "hidden", reason: "no-face", score: 0, image: null, sentAt: 101 },
      { ...told, photoId: "100", state: "shown", reason: null, score: 90.5, image: "p/100", sentAt: 100 },
    ],
  });
  expect((await history("g2")).photos.map(({ photoId }) => photoId)).toEqual(["104"]);
});

test("tells what the guest wishes, and which name waits for a host", async () => {
  const wish = { displayName: "ゲスト", heldName: "ばか", isOffScreen: true, language: "en" } as const;
  expect(await store.saveWish({ eventId, guestId: "g1" }, wish, 1)).toBeDefined();
  expect(await history("g1")).toMatchObject({ isOffScreen: true, heldName: "ばか", language: "en" });
});

test("a guest without photos has an empty history and no place", async () => {
  expect(await history("g1")).toMatchObject({ score: null, place: null, bestPhotoId: null, photos: [] });
});

test("more than a page is read on by its token, each photo once", async () => {
  const ids = Array.from({ length: 130 }, (_, index) => String(200 + index));
  await Promise.all(ids.map((id) => store.savePhoto(photo(id), 0)));
  const first = await history("g1");
  const second = await history("g1", first.nextToken);
  expect(second.nextToken).toBeNull();
  const read = [...first.photos, ...second.photos].map(({ photoId }) => photoId);
  expect(read).toEqual(ids.toReversed());
});

test("a guest who does not exist, or was banned, is told nothing", async () => {
  await expect(history("nobody")).rejects.toThrow("Unauthorized");
});
