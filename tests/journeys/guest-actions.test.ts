import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { askApi, Refused } from "../../cli/ask-api.ts";
import type { HostOrders } from "../../cli/host-orders.ts";
import { askForBoard, askForPhoto } from "../../cli/rights/ask.ts";
import { type Player, playerNamed, sendPicture } from "../fixtures/authorization/players.ts";
import { freshPicture } from "../fixtures/fresh-picture.ts";
import { signedInHost } from "../fixtures/host.ts";
import { type Row, startTestStack, type TestStack } from "../fixtures/stack.ts";
import { waitUntil } from "../fixtures/wait-until.ts";

// Guests decide about themselves on their page; what the room sees follows.

let stack: TestStack;
let hanako: HostOrders;
beforeAll(async () => {
  stack = await startTestStack();
  hanako = await signedInHost(stack, "hanako@example.org");
}, 180_000);
afterAll(() => stack.close());

const ask = (token: string, query: string, variables: object) =>
  askApi(stack.endpoints.graphqlUrl, { Authorization: token }, query, variables);
const remove = ({ token }: Player, photoId: string) =>
  ask(token, `mutation ($p: ID!) { deleteMyPhoto(photoId: $p) { photoId goneAt } }`, { p: photoId });
const update = ({ token }: Player, change: object) =>
  ask(
    token,
    `mutation ($c: AWSJSON!) { updateMe(change: $c) { displayName heldName isOffScreen language } }`,
    { c: JSON.stringify(change) },
  );
const stateOf = ({ token }: Player, photoId: string) => askForPhoto(stack.endpoints, token, photoId);
const names = async () =>
  (await askForBoard(stack.endpoints)).standings.map(({ displayName }) => displayName);
const isOnBoard = async (photoId: string) =>
  (await askForBoard(stack.endpoints)).photos.some((photo) => photo.photoId === photoId);
const rowOf = async (photoId: string): Promise<Row | undefined> =>
  (await stack.rows("Photo")).find((row) => row["photoId"]?.S === photoId);
const quiet = () => waitUntil("the end of all work", () => stack.waitingMessages() === 0);
const player = async (name: string, sample = "three-friends") =>
  playerNamed(stack, name, await freshPicture(sample, 500));
const objects = () => ["originals/", "copies/", "public/"].map((prefix) => stack.objects(prefix));

const picturesOf = async ({ token }: Player, photoIds: readonly string[]) =>
  z.array(z.object({ photoId: z.string(), display: z.string(), thumbnail: z.string() })).parse(
    await ask(token, `query ($p: [ID!]!) { myPictures(photoIds: $p) { photoId display thumbnail } }`, {
      p: photoIds,
    }),
  );
/** P9 */
async function showsOwnPictures(owner: Player, photoIds: readonly string[]): Promise<void> {
  const pictures = await picturesOf(owner, photoIds);
  expect(pictures.map(({ photoId }) => photoId)).toEqual(photoIds);
  for (const { display, thumbnail } of pictures) {
    expect((await fetch(display)).status).toBe(200);
    expect((await fetch(thumbnail)).status).toBe(200);
  }
  const [first] = pictures;
  // Neither without the signature nor, signed, for another picture.
  const bare = new URL(first?.display ?? "");
  bare.search = "";
  expect((await fetch(bare)).status).toBe(403);
  const other = (first?.display ?? "").replace(photoIds[0] ?? "", photoIds[1] ?? "");
  expect((await fetch(other)).status).toBe(403);
}

test("of a deleted photo nothing is left, the next best counts, and the board follows", async () => {
  const aoi = await player("Aoi");
  const second = await sendPicture(stack, aoi.lineUserId, await freshPicture("guest-smile", 400));
  await waitUntil("both photos on the board", async () =>
    (await Promise.all([isOnBoard(aoi.photoId), isOnBoard(second)])).every(Boolean),
  );
  await quiet();
  expect(objects()).toEqual([2, 4, 4]);
  expect(await remove(aoi, aoi.photoId)).toMatchObject({ photoId: aoi.photoId });
  await waitUntil("the end on the board", async () => !(await isOnBoard(aoi.photoId)));
  await quiet();
  // P8
  stack.faults.set({ clockOffsetMs: 60_000 });
  stack.services.queues.tick();
  await quiet();
  expect(objects()).toEqual([1, 2, 2]);
  const row = await rowOf(aoi.photoId);
  expect(row).toMatchObject({ state: { S: "removed" }, reason: { S: "withdrawn" }, score: { N: "0" } });
  for (const name of ["faces", "labels", "moderationLabels", "image", "original", "contentHash", "lookHash"])
    expect(row?.[name]?.L ?? [], name).toEqual([]);
  expect(row).not.toHaveProperty("eventContentHash");
  const standings = (await stack.rows("Guest")).filter((guest) => guest["guestId"]?.S === aoi.guestId);
  expect(standings).toMatchObject([{ photos: { N: "1" }, photoId: { S: second } }]);
  expect(await stateOf(aoi, aoi.photoId)).toBe("removed");
  expect(await remove(aoi, aoi.photoId)).toBeNull();
  expect((await picturesOf(aoi, [aoi.photoId, second])).map(({ photoId }) => photoId)).toEqual([second]);
});

test("another guest's photo stays, whoever names it", async () => {
  const [ken, mio] = [await player("Ken"), await player("Mio")];
  await quiet();
  const before = [await rowOf(ken.photoId), objects()];
  expect(await remove(mio, ken.photoId)).toBeNull();
  expect(await remove(mio, "no-such-photo")).toBeNull();
  expect(await picturesOf(mio, [ken.photoId, mio.photoId, "no-such-photo"])).toMatchObject([
    { photoId: mio.photoId },
  ]);
  await expect(
    picturesOf(
      mio,
      Array.from({ length: 51 }, (_, at) => `${at}`),
    ),
  ).rejects.toThrow(Refused);
  await quiet();
  expect([await rowOf(ken.photoId), objects()]).toEqual(before);
  expect(await isOnBoard(ken.photoId)).toBe(true);
});

test("who does not want to be on the screen is on none, new photos too, and comes back as they were", async () => {
  const yui = await player("Yui");
  await waitUntil("Yui on the board", async () => (await names()).includes("Yui"));
  const shown = stack.objects("public/");
  expect(await update(yui, { isOffScreen: true })).toMatchObject({ isOffScreen: true });
  await waitUntil("Yui's end on the board", async () => !(await names()).includes("Yui"));
  expect(await isOnBoard(yui.photoId)).toBe(false);
  const next = await sendPicture(stack, yui.lineUserId, await freshPicture("guest-smile", 400));
  await quiet();
  expect(stack.objects("public/")).toBe(shown - 2);
  expect(await rowOf(next)).toMatchObject({ state: { S: "hidden" }, reason: { S: "off-screen" } });
  await showsOwnPictures(yui, [yui.photoId, next]);
  const { eventId } = stack.endpoints;
  const choice = (await hanako.queue(eventId)).find(({ photoId }) => photoId === next);
  if (choice === undefined) throw new Error("the host does not see the photo");
  expect(await hanako.moderate(eventId, "show", [choice])).toMatchObject({
    done: [],
    refused: [{ id: next, why: "off-screen" }],
  });
  await update(yui, { isOffScreen: false });
  await waitUntil("Yui on the board again", async () =>
    (await Promise.all([isOnBoard(yui.photoId), isOnBoard(next)])).every(Boolean),
  );
  expect(await names()).toContain("Yui");
  await quiet();
  expect(stack.objects("public/")).toBe(shown + 2);
});

test("a new name is everywhere, unless a host gave the old one", async () => {
  const sho = await player("Sho");
  expect(await update(sho, { displayName: " 翔\n平 ", language: "en" })).toEqual({
    displayName: "翔 平",
    heldName: null,
    isOffScreen: false,
    language: "en",
  });
  await waitUntil("the new name on the board", async () => (await names()).includes("翔 平"));
  expect(await names()).not.toContain("Sho");
  const { eventId } = stack.endpoints;
  const guest = (await hanako.guests(eventId)).find(({ guestId }) => guestId === sho.guestId);
  if (guest === undefined) throw new Error("the host does not see the guest");
  await hanako.changeGuest(eventId, guest, { displayName: "新郎の弟" });
  await expect(update(sho, { displayName: "Sho" })).rejects.toThrow(Refused);
  await expect(update(sho, { isExcluded: false })).rejects.toThrow(Refused);
  await waitUntil("the host's name on the board", async () => (await names()).includes("新郎の弟"));
});

test("a banned guest's session does nothing any more", async () => {
  const rei = await player("Rei");
  const { eventId } = stack.endpoints;
  const guest = (await hanako.guests(eventId)).find(({ guestId }) => guestId === rei.guestId);
  if (guest === undefined) throw new Error("the host does not see the guest");
  await hanako.changeGuest(eventId, guest, { isBanned: true });
  await quiet();
  const before = await rowOf(rei.photoId);
  await expect(remove(rei, rei.photoId)).rejects.toThrow(Refused);
  await expect(update(rei, { isOffScreen: true })).rejects.toThrow(Refused);
  await quiet();
  expect(await rowOf(rei.photoId)).toEqual(before);
});
