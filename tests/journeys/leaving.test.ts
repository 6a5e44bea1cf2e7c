import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { leaveAnswers } from "#domain/chat-command";
import { botWords } from "#domain/words/bot";
import { askApi, Refused } from "../../cli/ask-api.ts";
import { cardText } from "../../cli/card-text.ts";
import type { HostOrders } from "../../cli/host-orders.ts";
import { askForBoard, askForPhoto, startSession } from "../../cli/rights/ask.ts";
import { type Player, playerNamed, sendPicture } from "../fixtures/authorization/players.ts";
import { freshPicture } from "../fixtures/fresh-picture.ts";
import { signedInHost } from "../fixtures/host.ts";
import { tracesOf } from "../fixtures/leaks/traces-of.ts";
import { type Row, startTestStack, type TestStack } from "../fixtures/stack.ts";
import { waitUntil } from "../fixtures/wait-until.ts";

// Guests take back a photo (P8), or everything (K6), on the whole stack. LINE delivers every event twice.

let stack: TestStack;
let host: HostOrders;
beforeAll(async () => {
  stack = await startTestStack({ faults: { webhooks: { duplicate: 1 } } });
  host = await signedInHost(stack, "hanako@example.org");
}, 180_000);
afterAll(() => stack.close());
afterEach(() => stack.faults.set({ ...stack.faults.plan, calls: {} }));

const ask = (token: string, query: string, variables: object = {}) =>
  askApi(stack.endpoints.graphqlUrl, { Authorization: token }, query, variables);
const remove = ({ token }: Player, p: string) =>
  ask(token, `mutation ($p: ID!) { deleteMyPhoto(photoId: $p) { photoId goneAt } }`, { p });
const undo = ({ token }: Player, p: string) =>
  ask(token, `mutation ($p: ID!) { undoDeleteMyPhoto(photoId: $p) { photoId } }`, { p });
const leavePage = ({ token }: Player) => ask(token, `mutation { deleteEverything { eventId } }`);

const player = async (name: string): Promise<Player> =>
  playerNamed(stack, name, await freshPicture("guest-smile", 400));
const another = async ({ lineUserId }: Player): Promise<string> =>
  sendPicture(stack, lineUserId, await freshPicture("guest-smile", 400));
const photoRow = async (photoId: string): Promise<Row | undefined> =>
  (await stack.rows("Photo")).find((row) => row["photoId"]?.S === photoId);
const guestRow = async ({ guestId }: Player): Promise<Row | undefined> =>
  (await stack.rows("Guest")).find((row) => row["guestId"]?.S === guestId);
const boardHas = async (photoId: string): Promise<boolean> =>
  (await askForBoard(stack.endpoints)).photos.some((photo) => photo.photoId === photoId);
const isRanked = async (name: string): Promise<boolean> =>
  (await askForBoard(stack.endpoints)).standings.some(({ displayName }) => displayName === name);
const quiet = async (): Promise<void> => {
  await stack.line.idle();
  await waitUntil("the end of all work", () => stack.waitingMessages() === 0);
};

/** What waits in queues for its hour comes now. */
async function later(seconds: number): Promise<void> {
  const { clockOffsetMs = 0 } = stack.faults.plan;
  stack.faults.set({ ...stack.faults.plan, clockOffsetMs: clockOffsetMs + seconds * 1_000 });
  stack.services.queues.tick();
  await quiet();
}

/** The one answer to what a guest wrote or tapped. */
async function answerTo(userId: string, { messageId }: { readonly messageId: string }): Promise<string> {
  const answers = () =>
    stack.line.chats
      .messagesOf(userId)
      .filter(({ from, answers: answered }) => from === "bot" && answered === messageId);
  await expect.poll(() => answers().length, { timeout: 30_000 }).toBeGreaterThan(0);
  await quiet();
  expect(answers()).toHaveLength(1);
  return answers()
    .map(({ body }) => cardText(body))
    .join("\n");
}
const write = ({ lineUserId }: Player, text: string) =>
  answerTo(lineUserId, stack.line.guests.sendText(lineUserId, text));
const tap = ({ lineUserId }: Player, data: string) =>
  answerTo(lineUserId, stack.line.guests.postback(lineUserId, { data }));

/** All that a guest is known by, as it is now. */
async function wantedOf(guest: Player, name: string) {
  const photos = (await stack.rows("Photo")).filter((row) => row["guestId"]?.S === guest.guestId);
  const images = photos.flatMap(({ image }) => (image?.S === undefined ? [] : [image.S]));
  const { eventId, guestId, lineUserId } = guest;
  return { eventId, guestId, signs: [lineUserId, name, ...images] };
}

async function isGone(guest: Player): Promise<void> {
  const photos = (await stack.rows("Photo")).filter((row) => row["guestId"]?.S === guest.guestId);
  for (const row of photos) {
    expect(row).toMatchObject({ state: { S: "removed" }, displayName: { S: "" }, score: { N: "0" } });
    for (const name of ["image", "original", "contentHash", "lookHash", "eventLookHash", "leavesAt"])
      expect(row).not.toHaveProperty(name);
    expect(row["faces"]?.L ?? []).toEqual([]);
    expect(await boardHas(row["photoId"]?.S ?? "")).toBe(false);
  }
  const row = await guestRow(guest);
  expect(row).toMatchObject({ displayName: { S: botWords.ja.guest }, photos: { N: "0" } });
  for (const name of ["lineUserId", "rankKey", "score", "reading", "heldName", "image"])
    expect(row).not.toHaveProperty(name);
}

describe("P8: a photo that is deleted on the page", () => {
  test("leaves the room at once, comes back when its guest says so, and goes for good otherwise", async () => {
    const aoi = await player("Aoi");
    const second = await another(aoi);
    await waitUntil("both on the board", async () => (await boardHas(aoi.photoId)) && boardHas(second));
    await quiet();
    const before = stack.objects("");
    expect(await remove(aoi, second)).toEqual({ photoId: second, goneAt: expect.any(Number) });
    await waitUntil("the end on the board", async () => !(await boardHas(second)));
    await quiet();
    expect(await photoRow(second)).toMatchObject({ state: { S: "hidden" }, reason: { S: "leaving" } });
    // The public copies are gone; the rest waits.
    expect(stack.objects("")).toBe(before - 2);
    expect(await askForPhoto(stack.endpoints, aoi.token, second)).toBe("hidden");
    expect(await undo(aoi, second)).toEqual({ photoId: second });
    await waitUntil("the photo on the board again", () => boardHas(second));
    await later(60);
    expect(await photoRow(second)).toMatchObject({ state: { S: "shown" } });
    expect(await photoRow(second)).not.toHaveProperty("leavesAt");
    expect(stack.objects("")).toBe(before);

    const again = await remove(aoi, second);
    expect(await remove(aoi, second)).toEqual(again);
    await quiet();
    await later(60);
    expect(await photoRow(second)).toMatchObject({ state: { S: "removed" }, reason: { S: "withdrawn" } });
    expect(stack.objects("")).toBe(before - 5);
    expect(await undo(aoi, second)).toBeNull();
    expect(await remove(aoi, second)).toBeNull();
    expect(await guestRow(aoi)).toMatchObject({ photos: { N: "1" }, photoId: { S: aoi.photoId } });
  });

  test("is nobody else's to delete or to take back", async () => {
    const [ken, mio] = [await player("Ken"), await player("Mio")];
    expect(await remove(mio, ken.photoId)).toBeNull();
    await remove(ken, ken.photoId);
    expect(await undo(mio, ken.photoId)).toBeNull();
    await quiet();
    expect(await photoRow(ken.photoId)).toMatchObject({ reason: { S: "leaving" } });
    expect(await undo(ken, ken.photoId)).toEqual({ photoId: ken.photoId });
    await quiet();
  });
});

describe("K6: who leaves by a word in the chat", () => {
  test("is asked first, and then nothing tells of the guest any more, in no event", async () => {
    const yui = await player("結衣の名前");
    await another(yui);
    const other = await player("Other");
    const wanted = await wantedOf(yui, "結衣の名前");
    expect(wanted.signs).toHaveLength(4);
    expect((await tracesOf(stack, wanted)).length).toBeGreaterThan(5);
    await waitUntil("Yui in the ranking", () => isRanked("結衣の名前"));

    expect(await write(yui, "たいかい")).not.toContain(botWords.ja.leaveText);
    const question = await write(yui, "退会");
    expect(question).toContain(botWords.ja.leaveText);
    expect(await tap(yui, leaveAnswers.no)).toContain(botWords.ja.note("stayed", ""));
    expect(await isRanked("結衣の名前")).toBe(true);

    expect(await tap(yui, leaveAnswers.yes)).toContain(botWords.ja.note("left", ""));
    await waitUntil("the end of the name", async () => !(await isRanked("結衣の名前")));
    await quiet();
    await later(60);
    expect(await tracesOf(stack, wanted)).toEqual([]);
    await isGone(yui);
    expect(await photoRow(other.photoId)).toMatchObject({ state: { S: "shown" } });
    expect(stack.lines.join("\n")).not.toContain(yui.lineUserId);

    // The page is closed, and opens for nobody who has nothing there.
    await expect(askForPhoto(stack.endpoints, yui.token, yui.photoId)).rejects.toThrow(Refused);
    await expect(startSession(stack.endpoints, yui.idToken, undefined)).rejects.toThrow("not-a-guest");
    await expect(startSession(stack.endpoints, yui.idToken, yui.photoId)).rejects.toThrow("not-a-guest");
    expect(await write(yui, "退会")).toContain(botWords.ja.note("nothing-kept", ""));
    // Hosts see nothing of the guest, and no photo.
    const { eventId } = stack.endpoints;
    expect((await host.guests(eventId)).map(({ guestId }) => guestId)).not.toContain(yui.guestId);
    expect((await host.queue(eventId)).map(({ photoId }) => photoId)).not.toContain(yui.photoId);
  });

  test("is welcome anew with whatever is sent later, and not with what was sent before", async () => {
    const sho = await player("Sho");
    // LINE does not hand out the picture at first: the guest has left when its turn comes again.
    stack.faults.set({
      ...stack.faults.plan,
      calls: { "line:getMessageContent": { failBefore: 1 } },
    });
    const [late] = stack.line.guests.sendImages(sho.lineUserId, [await freshPicture("guest-smile", 400)]);
    await waitUntil("the fault", () => stack.faults.struck("line:getMessageContent") > 0);
    await tap(sho, leaveAnswers.yes);
    stack.faults.set({ ...stack.faults.plan, calls: {} });
    await later(400);
    await isGone(sho);
    expect(await photoRow(late?.messageId ?? "")).toBeUndefined();
    expect(stack.objects(`originals/${sho.eventId}/${sho.guestId}/`)).toBe(0);
    const wanted = { ...sho, signs: [sho.lineUserId, "Sho"] };
    expect(await tracesOf(stack, wanted)).toEqual([]);

    const before = Number((await guestRow(sho))?.["version"]?.N);
    const fresh = await another(sho);
    await waitUntil("the new photo on the board", () => boardHas(fresh));
    await waitUntil("the name on the board", () => isRanked("Sho"));
    await quiet();
    const row = await guestRow(sho);
    expect(row).toMatchObject({ displayName: { S: "Sho" }, photos: { N: "1" } });
    expect(Number(row?.["version"]?.N)).toBeGreaterThan(before);
    expect(row).not.toHaveProperty("erasedAt");
    await startSession(stack.endpoints, sho.idToken, undefined);
    // A session from before stays closed.
    await expect(askForPhoto(stack.endpoints, sho.token, fresh)).rejects.toThrow(Refused);
  });

  test("stays banned", async () => {
    const rei = await player("Rei");
    const { eventId } = stack.endpoints;
    const known = (await host.guests(eventId)).find(({ guestId }) => guestId === rei.guestId);
    if (known === undefined) throw new Error("the host does not see the guest");
    await host.changeGuest(eventId, known, { isBanned: true });
    await quiet();
    await tap(rei, leaveAnswers.yes);
    await isGone(rei);
    const [sent] = stack.line.guests.sendImages(rei.lineUserId, [await freshPicture("guest-smile", 400)]);
    expect(await answerTo(rei.lineUserId, sent ?? { messageId: "" })).toBe(
      botWords.ja.refusal("banned", undefined),
    );
    expect(await tracesOf(stack, { ...rei, signs: [rei.lineUserId, "Rei"] })).toEqual([]);
    // The host can still lift the ban, of somebody without a name.
    const left = (await host.guests(eventId)).find(({ guestId }) => guestId === rei.guestId);
    expect(left).toMatchObject({ displayName: botWords.ja.guest });
  });
});

describe("K6: who leaves on the page", () => {
  test("leaves the page's event with all photos, though the worker dies again and again", async () => {
    const kai = await player("Kai");
    for (let count = 0; count < 3; count += 1) await another(kai);
    await quiet();
    const wanted = await wantedOf(kai, "Kai");
    let deaths = 0;
    const unwatch = stack.faults.watch(({ action, principal, phase }) => {
      const isWorker = principal.includes("lineworker");
      if (!isWorker || phase !== "after" || action !== "s3:DeleteObject" || deaths >= 3) return;
      deaths += 1;
      stack.services.lambda.kill("line-worker");
    });
    expect(await leavePage(kai)).toEqual({ eventId: kai.eventId });
    await expect
      .poll(
        async () => {
          // What a dead one held comes back.
          if (stack.services.lambda.busy === 0) stack.services.queues.releaseInFlight();
          return tracesOf(stack, wanted);
        },
        { timeout: 60_000 },
      )
      .toEqual([]);
    unwatch();
    expect(deaths).toBe(3);
    await later(60);
    await isGone(kai);
    await expect(leavePage(kai)).rejects.toThrow(Refused);
    expect(await write(kai, "退会")).toContain(botWords.ja.note("nothing-kept", ""));
  });
});
