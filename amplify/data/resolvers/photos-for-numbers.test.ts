import { afterAll, beforeAll, expect, test } from "vitest";
import { SMILE } from "#domain/mission";
import { openApi } from "../../../tests/fixtures/api.ts";
import { createEvent } from "../../../tests/fixtures/create-event.ts";

let api: Awaited<ReturnType<typeof openApi>>;
let eventId = "";
const now = Date.UTC(2026, 10, 21, 9);

beforeAll(async () => {
  api = await openApi(() => now);
  ({ eventId } = await createEvent(api, now));
});
afterAll(() => api.close());

const face = (...emotions: readonly (readonly [string, number])[]) => ({
  box: { left: 0.1, top: 0.2, width: 0.3, height: 0.4 },
  confidence: 99,
  emotions: emotions.map(([type, confidence]) => ({ type, confidence })),
});

const types: Readonly<Record<string, string>> = {
  eventId: "ID!",
  guestId: "ID!",
  photoId: "ID!",
  displayName: "String!",
  sentAt: "Float!",
  step: "String!",
  state: "String!",
  reason: "String",
  score: "Float!",
  faces: "[FaceReadingInput!]",
  missions: "[String!]",
  expiresAt: "Int!",
  expectedVersion: "Int!",
};

async function save(photoId: string, more: object, expectedVersion = 0): Promise<void> {
  const photo = {
    eventId,
    guestId: "g1",
    photoId,
    displayName: "花子",
    sentAt: now + Number(photoId),
    step: "answered",
    state: "shown",
    score: 0,
    expiresAt: 2_000_000_000,
    expectedVersion,
    ...more,
  };
  const given = Object.keys(photo);
  const { errors } = await api.request(
    "function",
    `mutation (${given.map((name) => `$${name}: ${types[name]}`).join(", ")}) {
      savePhoto(${given.map((name) => `${name}: $${name}`).join(", ")}) { isWon }
    }`,
    photo,
  );
  expect(errors).toBeUndefined();
}

interface Page {
  readonly photos: readonly { readonly photoId: string; readonly emotions: string }[];
  readonly nextToken: string | null;
}
async function page(nextToken: string | null = null): Promise<Page> {
  const { data, errors } = await api.request(
    "host",
    `query ($eventId: ID!, $nextToken: String) { photosForNumbers(eventId: $eventId, nextToken: $nextToken) {
      photos { photoId guestId displayName sentAt state reason score faceCount smiles missions emotions version }
      nextToken
    } }`,
    { eventId, nextToken },
  );
  expect(errors).toBeUndefined();
  return data?.["photosForNumbers"] as Page;
}

test("V3: a photo's emotions are means over its faces, and a smile begins at C4's happiness", async () => {
  const faces = [
    face(["HAPPY", 99.5], ["CALM", 3]),
    face(["HAPPY", SMILE], ["SAD", 120]),
    face(["HAPPY", SMILE - 0.01]),
  ];
  await save("1", { score: 219.5, faces, missions: ["cake"] });
  await save("2", { state: "hidden", reason: "no-face", guestId: "g2" });
  const { photos, nextToken } = await page();
  expect(nextToken).toBeNull();
  const slim = { displayName: "花子", missions: [], reason: null, smiles: 0, version: 1 };
  expect(photos.map((photo) => ({ ...photo, emotions: JSON.parse(photo.emotions) }))).toEqual([
    {
      ...slim,
      photoId: "2",
      guestId: "g2",
      sentAt: now + 2,
      state: "hidden",
      reason: "no-face",
      score: 0,
      faceCount: 0,
      emotions: {},
    },
    {
      ...slim,
      photoId: "1",
      guestId: "g1",
      sentAt: now + 1,
      state: "shown",
      score: 219.5,
      faceCount: 3,
      smiles: 2,
      missions: ["cake"],
      // (99.5 + 60 + 59.99) / 3, 3 / 3 and at most 100 / 3.
      emotions: { HAPPY: 73.16, CALM: 1, SAD: 33.33 },
    },
  ]);
});

test("comes page by page, newest first, each photo once, and one that was taken back as such", async () => {
  for (let index = 10; index < 213; index += 1) await save(String(index), { faces: [face(["HAPPY", 50])] });
  await save("10", { state: "removed", reason: "withdrawn" }, 1);
  const first = await page();
  const second = await page(first.nextToken);
  expect([first.photos.length, second.nextToken]).toEqual([200, null]);
  const ids = [...first.photos, ...second.photos].map(({ photoId }) => Number(photoId));
  expect(ids).toEqual([...Array.from({ length: 203 }, (_, index) => 212 - index), 2, 1]);
  expect(second.photos.find(({ photoId }) => photoId === "10")).toMatchObject({
    state: "removed",
    version: 2,
  });
});
