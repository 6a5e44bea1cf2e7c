import { afterAll, beforeAll, expect, test } from "vitest";
import type { HostAction, HostOrders, HostPhoto } from "../../cli/host-orders.ts";
import { freshPicture } from "../fixtures/fresh-picture.ts";
import { signedInHost } from "../fixtures/host.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";
import { waitUntil } from "../fixtures/wait-until.ts";

// Hosts decide over photos and guests of a running event; what the room sees follows.

let stack: TestStack;
let hanako: HostOrders;
let ken: HostOrders;
let eventId: string;
beforeAll(async () => {
  stack = await startTestStack();
  ({ eventId } = stack.endpoints);
  [hanako, ken] = await Promise.all([
    signedInHost(stack, "hanako@example.org"),
    signedInHost(stack, "ken@example.org"),
  ]);
}, 180_000);
afterAll(() => stack.close());

interface Board {
  readonly standings: readonly {
    readonly displayName: string;
    readonly score: number | null;
    readonly image: string | null;
  }[];
  readonly photos: readonly {
    readonly photoId: string;
    readonly displayName: string;
    readonly image: string;
  }[];
}
const board = () =>
  stack.graphql<Board>(
    `query ($b: ID!) { board(boardId: $b) {
      standings { displayName score image } photos { photoId displayName image } } }`,
    { b: stack.endpoints.boardId },
  );
const isOnBoard = async (photoId: string) =>
  (await board()).photos.some((photo) => photo.photoId === photoId);

async function send(name: string, sample: string): Promise<HostPhoto> {
  const userId = await stack.phones.userNamed(name);
  const known = new Set((await hanako.queue(eventId)).map(({ photoId }) => photoId));
  await stack.phones.sendPicture(userId, await freshPicture(sample, 500), 50_000);
  const photo = (await hanako.queue(eventId)).find(({ photoId }) => !known.has(photoId));
  if (photo === undefined) throw new Error("the queue does not show the photo");
  return photo;
}
const photoOf = async ({ photoId }: HostPhoto): Promise<HostPhoto> => {
  const photo = (await hanako.queue(eventId)).find((one) => one.photoId === photoId);
  if (photo === undefined) throw new Error("the photo is gone");
  return photo;
};
const guestOf = async (name: string) => {
  const guest = (await hanako.guests(eventId)).find(({ displayName }) => displayName === name);
  if (guest === undefined) throw new Error(`no guest ${name}`);
  return guest;
};
const stateOf = (photo: HostPhoto, state: string) =>
  waitUntil(`${photo.photoId} ${state}`, async () => (await photoOf(photo)).state === state);
const status = async (url: string) => (await fetch(url)).status;
const done = (photo: HostPhoto): Partial<HostAction> => ({ done: [photo.photoId], refused: [] });

test("a hidden photo leaves board, ranking and CDN; hosts see its picture still; an undo brings all back", async () => {
  const photo = await send("Aoi", "three-friends");
  await waitUntil("the photo on the board", () => isOnBoard(photo.photoId));
  const image = (await board()).photos.find(({ photoId }) => photoId === photo.photoId)?.image;
  const publicUrl = `${stack.endpoints.cdnUrl}/${image}.jpg`;
  expect(await status(publicUrl)).toBe(200);
  const hidden = await hanako.moderate(eventId, "hide", [photo]);
  expect(hidden).toMatchObject(done(photo));
  await stateOf(photo, "hidden");
  await waitUntil("the end on the board", async () => !(await isOnBoard(photo.photoId)));
  await waitUntil("the end of the copy", async () => (await status(publicUrl)) !== 200);
  await waitUntil("the end of the place", async () =>
    (await board()).standings.every(({ displayName }) => displayName !== "Aoi"),
  );
  const [pictures] = await hanako.pictures(eventId, [photo]);
  for (const url of [pictures?.display, pictures?.thumbnail]) {
    const answer = await fetch(url ?? "");
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
    expect(await status((url ?? "").replace(/X-Amz-Signature=[0-9a-f]{8}/, "X-Amz-Signature=00000000"))).toBe(
      403,
    );
    expect(await status((url ?? "").split("?")[0] ?? "")).toBe(403);
  }
  await hanako.undo(eventId, hidden.entryId ?? "");
  await stateOf(photo, "shown");
  await waitUntil("the photo again", () => isOnBoard(photo.photoId));
  await waitUntil("the copy again", async () => (await status(publicUrl)) === 200);
  expect((await hanako.audit(eventId)).slice(0, 2)).toMatchObject([
    { action: "undoAction", actorName: "hanako@example.org", isDone: true, undoes: hidden.entryId },
    { action: "moderatePhotos", isDone: true, subject: photo.photoId },
  ]);
});

test("of two hosts at once one decides, the other one is told", async () => {
  const photo = await send("Ren", "guest-smile");
  const answers = await Promise.all([
    hanako.moderate(eventId, "hide", [photo]),
    ken.moderate(eventId, "rules", [photo]),
    ken.moderate(eventId, "show", [photo]),
  ]);
  expect(answers.filter(({ done: [id] }) => id !== undefined)).toHaveLength(1);
  expect(answers.flatMap(({ refused }) => refused.map(({ why }) => why))).toEqual(["changed", "changed"]);
  expect((await photoOf(photo)).decision?.count).toBe(1);
  const trail = (await ken.audit(eventId)).filter(
    ({ subject, isDone }) => isDone && subject === photo.photoId,
  );
  expect(trail).toHaveLength(1);
});

test("a banned guest's photos go and come back, and a new one is kindly refused", async () => {
  const photo = await send("Yui", "guest-smile");
  await waitUntil("the photo on the board", () => isOnBoard(photo.photoId));
  await hanako.changeGuest(eventId, await guestOf("Yui"), { isBanned: true });
  await stateOf(photo, "hidden");
  await waitUntil("the end on the board", async () => !(await isOnBoard(photo.photoId)));
  await waitUntil("the end of the place", async () => (await guestOf("Yui")).photos === 0);
  const before = (await stack.rows("Photo")).length;
  const userId = await stack.phones.userNamed("Yui");
  const answer = await stack.phones.sendPicture(userId, await freshPicture("guest-smile", 500), 50_000);
  expect(JSON.stringify(answer)).toContain("写真をお受けできません");
  expect(await stack.rows("Photo")).toHaveLength(before);
  await ken.changeGuest(eventId, await guestOf("Yui"), { isBanned: false });
  await stateOf(photo, "shown");
  await waitUntil("the place again", async () => (await guestOf("Yui")).photos === 1);
});

test("a corrected name is on the board with ranking and photos", async () => {
  await send("Bad Name", "guest-smile");
  await hanako.changeGuest(eventId, await guestOf("Bad Name"), { displayName: "Sora" });
  await waitUntil("the name", async () => {
    const { standings, photos } = await board();
    return [standings, photos].every(
      (rows) =>
        rows.some(({ displayName }) => displayName === "Sora") &&
        rows.every(({ displayName }) => displayName !== "Bad Name"),
    );
  });
});
