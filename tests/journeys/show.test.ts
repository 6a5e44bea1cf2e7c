import { afterAll, beforeAll, expect, test } from "vitest";
import { askApi } from "../../cli/ask-api.ts";
import { cardText } from "../../cli/card-text.ts";
import { createHostOrders, type HostOrders } from "../../cli/host-orders.ts";
import { freshPicture } from "../fixtures/fresh-picture.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";
import { waitUntil } from "../fixtures/wait-until.ts";

// An evening as its host steers it: a round that ends by LINE's time stamp, the freeze, the result, the reveal.

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
}, 180_000);
afterAll(() => stack.close());

/** A host's token lives an hour; the clock of this evening jumps. */
const token = (): string => {
  const { userPoolId, userPoolClientId, host } = stack.endpoints;
  return stack.services.userPools.signInAs(userPoolId, userPoolClientId, host.username).AccessToken;
};
const orders = (): HostOrders => createHostOrders(stack.endpoints.graphqlUrl, token());

interface Stage {
  readonly name: string;
  readonly step: number | null;
  readonly takesUntil: number | null;
  readonly result: readonly string[] | null;
  readonly skipped: readonly string[] | null;
  readonly alternates: boolean | null;
  readonly awards: readonly { readonly photoId: string }[] | null;
  readonly asOf: number | null;
  readonly version: number;
}
interface Board {
  readonly joinCode: string;
  readonly stage: Stage;
  readonly standings: readonly {
    readonly guestId: string;
    readonly displayName: string;
    readonly score: number;
  }[];
}
const fields =
  "name step takesUntil result skipped alternates awards { award guestId photoId value } asOf version";
const board = () =>
  stack.graphql<Board>(
    `query ($b: ID!) { board(boardId: $b) { joinCode stage { ${fields} } standings { guestId displayName score } } }`,
    { b: stack.endpoints.boardId },
  );
let attempts = 0;
async function set(
  wish: Partial<Record<"name" | "step" | "minutes" | "skipped" | "alternates" | "awards", unknown>>,
): Promise<Stage> {
  const { stage } = await board();
  return (await askApi(
    stack.endpoints.graphqlUrl,
    { Authorization: token() },
    `mutation ($e: ID!, $n: String!, $s: Int, $m: Int, $k: [ID!], $t: Boolean, $p: [StageAwardInput!], $v: Int!, $a: ID!) {
      setStage(eventId: $e, name: $n, step: $s, minutes: $m, skipped: $k, alternates: $t, awards: $p, seen: $v, attempt: $a) { ${fields} } }`,
    {
      e: stack.endpoints.eventId,
      n: wish.name,
      s: wish.step,
      m: wish.minutes,
      k: wish.skipped,
      t: wish.alternates,
      p: wish.awards,
      v: stage.version,
      a: `attempt-${(attempts += 1)}`,
    },
  )) as Stage; // as the schema says
}
async function send(name: string, sample: string): Promise<string> {
  const userId = await stack.phones.userNamed(name);
  const bodies = await stack.phones.sendPicture(userId, await freshPicture(sample, 500), 50_000);
  return bodies.map((body) => cardText(body)).join("\n");
}
const later = (seconds: number): void => {
  const { clockOffsetMs = 0 } = stack.faults.plan;
  stack.faults.set({ ...stack.faults.plan, clockOffsetMs: clockOffsetMs + seconds * 1_000 });
};
const quiet = (): Promise<void> => waitUntil("quiet queues", () => stack.waitingMessages() === 0);
const photosOf = async (name: string): Promise<number> => {
  const guests = await orders().guests(stack.endpoints.eventId);
  const guestId = guests.find(({ displayName }) => displayName === name)?.guestId;
  return (await stack.rows("Photo")).filter((row) => row["guestId"]?.S === guestId).length;
};

test("G5: a round takes what was sent in time, and nothing later", async () => {
  const round = await set({ name: "round", minutes: 1 });
  expect(round.takesUntil).toBeGreaterThan(0);
  const told = (await board()).stage;
  expect(told).toMatchObject({ name: "round", takesUntil: round.takesUntil, version: round.version });
  // By the clock that also stamps what guests send.
  expect(Math.abs((round.takesUntil ?? 0) - (told.asOf ?? 0) - 60_000)).toBeLessThan(10_000);
  expect(await send("Aoi", "three-friends")).toContain("pt");
  expect(await send("Ren", "guest-smile")).toContain("pt");
  expect(await send("Yui", "groom")).toContain("pt");
  later(61);
  expect(await send("Aoi", "couple")).toMatch(/時間です|Time is up/);
  expect(await photosOf("Aoi")).toBe(1);
}, 120_000);

test("G5, G6: the freeze keeps the end, the reveal fixes who is called, and nothing sent meanwhile changes it", async () => {
  const { stage } = await board();
  const frozen = await set({ name: "frozen" });
  expect(frozen.takesUntil).toBe(stage.takesUntil);
  expect(await send("Yui", "table-of-eight")).toMatch(/時間です|Time is up/);
  const { standings } = await board();
  const opening = await set({ name: "reveal", step: 7 });
  expect(opening.result).toEqual(standings.map(({ guestId }) => guestId));
  expect(standings.map(({ displayName }) => displayName)).toEqual(["Aoi", "Ren", "Yui"]);
  // A host hides the best photo: its guest has no place any more, and the result still names the others in order.
  const aoi = standings[0]?.guestId;
  const photo = (await orders().queue(stack.endpoints.eventId)).find(({ guestId }) => guestId === aoi);
  if (photo === undefined) throw new Error("the queue does not show the photo");
  await orders().moderate(stack.endpoints.eventId, "hide", [photo]);
  await waitUntil("the end of the place", async () =>
    (await board()).standings.every(({ displayName }) => displayName !== "Aoi"),
  );
  expect((await board()).stage.result).toEqual(opening.result);
  const passed = await set({ name: "reveal", step: 8 });
  expect(passed).toMatchObject({ step: 8, result: opening.result });
  const [, ren] = opening.result ?? [];
  expect(await set({ name: "reveal", step: 8, skipped: [ren] })).toMatchObject({ step: 8, skipped: [ren] });
}, 120_000);

test("G10: the thanks carry side prizes, and the ranking after them forgets those", async () => {
  const [photo] = await orders().queue(stack.endpoints.eventId);
  if (photo === undefined) throw new Error("the queue shows no photo");
  const prize = { award: "first-smile", guestId: photo.guestId, photoId: photo.photoId, value: 98.5 };
  expect((await set({ name: "thanks", awards: [prize] })).awards).toEqual([prize]);
  expect((await board()).stage.awards).toEqual([prize]);
  expect((await set({ name: "thanks", awards: [] })).awards).toEqual([]);
  await expect(set({ name: "thanks", awards: [{ ...prize, award: "fastest" }] })).rejects.toThrow("awards");
  await set({ name: "thanks", awards: [prize] });
}, 120_000);

test("G5, G8: with the ranking photos are taken again; ranking and wall take turns", async () => {
  expect(await send("Ren", "dance-floor")).toMatch(/時間です|Time is up/);
  expect(await set({ name: "ranking", alternates: true })).toMatchObject({
    name: "ranking",
    alternates: true,
    takesUntil: null,
    result: null,
    skipped: null,
    awards: null,
  });
  expect(await send("Ren", "dance-floor")).toContain("pt");
  expect(await photosOf("Ren")).toBe(2);
}, 120_000);

test("the wall reads all shown photos, and no others, by the board's name alone", async () => {
  await quiet();
  const page = await stack.graphql<{
    photos: readonly { photoId: string; image: string }[];
    nextToken: string | null;
  }>(
    `query ($b: ID!) { shownPhotos(boardId: $b) { photos { photoId image displayName score sentAt version } nextToken } }`,
    { b: stack.endpoints.boardId },
  );
  const shown = (await stack.rows("Photo")).filter((row) => row["state"]?.S === "shown");
  expect(page.photos.map(({ photoId }) => photoId).toSorted()).toEqual(
    shown.map((row) => row["photoId"]?.S).toSorted(),
  );
  expect(page.nextToken).toBeNull();
  expect(
    await stack.graphql(`query ($b: ID!) { shownPhotos(boardId: $b) { nextToken } }`, { b: "nobody's" }),
  ).toBeNull();
  expect((await board()).joinCode).toMatch(/^[A-Z0-9]{6}$/);
});
