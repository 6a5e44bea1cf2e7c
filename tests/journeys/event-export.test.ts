import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { askApi } from "../../cli/ask-api.ts";
import { readZip } from "../../functions/shared/archive/read-zip.ts";
import { type Player, playerNamed, sendPicture } from "../fixtures/authorization/players.ts";
import { freshPicture } from "../fixtures/fresh-picture.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";
import { waitUntil } from "../fixtures/wait-until.ts";

// X: hosts take a whole event away.

let stack: TestStack;
let aoi: Player;
let ken: Player;
let second: string;
const pictures: Buffer[] = [];

beforeAll(async () => {
  stack = await startTestStack();
  pictures.push(await freshPicture("three-friends", 500), await freshPicture("guest-smile", 400));
  pictures.push(await freshPicture("guest-smile", 460));
  const [first, other, third] = pictures;
  if (first === undefined || other === undefined || third === undefined) throw new Error("no pictures");
  aoi = await playerNamed(stack, "Aoi", first);
  second = await sendPicture(stack, aoi.lineUserId, other);
  ken = await playerNamed(stack, "Ken", third);
}, 180_000);
afterAll(() => stack.close());

const partShape = z.object({
  photos: z.number(),
  bytes: z.number(),
  attempts: z.number(),
  isDone: z.boolean(),
  isTaken: z.boolean(),
  withdrawn: z.number(),
});
const jobShape = z.object({
  state: z.string(),
  done: z.number(),
  total: z.number().nullable(),
  startedAt: z.number(),
  report: z
    .string()
    .transform((json) =>
      z.object({ parts: z.array(partShape), failures: z.number() }).parse(JSON.parse(json)),
    ),
});
const fields = "state done total startedAt report";

/** As a host who signs in at this moment. */
function ask(query: string, variables: object = {}): Promise<unknown> {
  const { userPoolId, userPoolClientId, host, graphqlUrl, eventId } = stack.endpoints;
  const { AccessToken } = stack.services.userPools.signInAs(userPoolId, userPoolClientId, host.username);
  return askApi(graphqlUrl, { Authorization: AccessToken }, query, { e: eventId, ...variables });
}
const order = async (images = "originals") =>
  jobShape.parse(
    await ask(`mutation ($e: ID!, $i: String!) { orderExport(eventId: $e, images: $i) { ${fields} } }`, {
      i: images,
    }),
  );
const look = async () =>
  jobShape.parse(
    await ask(`query ($j: ID!) { job(jobId: $j) { ${fields} } }`, {
      e: undefined,
      j: `export#${stack.endpoints.eventId}`,
    }),
  );
async function done() {
  await waitUntil("the export", async () => (await look()).state === "done");
  return look();
}
const linkShape = z.object({ url: z.string(), fileName: z.string() });
async function take(startedAt: number) {
  const query = `mutation ($e: ID!, $x: ID!) { takeExport(eventId: $e, exportId: $x, part: 1) { url fileName } }`;
  return linkShape.parse(await ask(query, { x: String(startedAt) }));
}
async function unpacked(url: string) {
  const answer = await fetch(url);
  return readZip(Buffer.from(await answer.arrayBuffer()));
}
const quiet = () => waitUntil("the end of all work", () => stack.waitingMessages() === 0);

test("X1, X4: every photo as it was sent, with its tables, for signed-in hosts alone", async () => {
  const { startedAt } = await order();
  expect((await order()).startedAt).toBe(startedAt);
  const { done: photos, total, report } = await done();
  expect([photos, total, report.parts.length]).toEqual([3, 3, 1]);
  const { url, fileName } = await take(startedAt);
  expect(fileName).toMatch(/ \d{4}-\d\d-\d\d\.zip$/);
  const answer = await fetch(url);
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment; /);
  expect(Number(answer.headers.get("content-length"))).toBe(report.parts[0]?.bytes);
  const files = readZip(Buffer.from(await answer.arrayBuffer()));
  const packed = files.filter(({ name }) => name.endsWith(".jpg"));
  expect(packed).toHaveLength(3);
  for (const picture of pictures) expect(packed.some(({ bytes }) => bytes.equals(picture))).toBe(true);
  expect(packed.map(({ name }) => name).join()).toMatch(/ Aoi .*pt\.jpg.* Ken .*pt\.jpg/);
  expect(files.slice(-3).map(({ name }) => name)).toEqual(["photos.csv", "guests.csv", "everything.json"]);
  const tables = files.slice(-3).map(({ bytes }) => bytes.toString());
  expect(tables[0]).toContain(ken.photoId);
  expect(tables[1]).toContain("Ken");
  for (const secret of [aoi.lineUserId, ken.lineUserId]) expect(tables.join()).not.toContain(secret);
  expect((await fetch(url.split("?")[0] ?? "")).status).toBe(403);
  expect((await look()).report.parts[0]?.isTaken).toBe(true);
  // The event is not over yet.
  expect((await stack.rows("Event"))[0]?.["downloadedAt"]).toBeUndefined();
});

test("X3: what is taken back takes its part with it, which is made again by itself", async () => {
  const { startedAt } = await look();
  const { url } = await take(startedAt);
  stack.line.guests.unsend(aoi.lineUserId, second);
  await waitUntil("the new part", async () => {
    const { state, report } = await look();
    return state === "done" && report.parts[0]?.withdrawn === 1;
  });
  expect((await fetch(url)).status).toBe(403);
  const files = await unpacked((await take(startedAt)).url);
  expect(files.filter(({ name }) => name.endsWith(".jpg"))).toHaveLength(2);
  for (const { name, bytes } of files.slice(-3)) expect(bytes.toString(), name).not.toContain(second);
  await quiet();
  // The part and its rows.
  expect(stack.objects("event-exports/")).toBe(2);
});

test("X5: killed in the middle it goes on when somebody asks once more", async () => {
  let hasDied = false;
  const unwatch = stack.faults.watch(({ action, phase, principal }) => {
    if (hasDied || action !== "s3:PutObject" || phase !== "before" || !principal.includes("archiver")) return;
    hasDied = true;
    stack.services.lambda.kill("event-archiver");
  });
  const { startedAt } = await order("display");
  await waitUntil("the death of the archiver", () => hasDied && stack.services.lambda.busy === 0);
  unwatch();
  expect((await look()).state).toBe("running");
  // Its message is invisible for half an hour; a page asks again after 90 silent seconds.
  stack.faults.set({ ...stack.faults.plan, clockOffsetMs: 91_000 });
  expect((await order("display")).startedAt).toBe(startedAt);
  const { report, total } = await done();
  expect(total).toBe(2);
  expect(report.parts[0]?.attempts).toBe(2);
  expect((await unpacked((await take(startedAt)).url)).length).toBe(5);
  // The message of the dead one comes after all: nothing is made twice.
  stack.services.queues.releaseInFlight();
  await quiet();
  expect((await look()).report).toEqual({ ...report, parts: [{ ...report.parts[0], isTaken: true }] });
  expect(stack.objects("event-exports/")).toBe(2);
});

test("X7: fetched after its end the event has been taken away; stopped, nothing of it is left", async () => {
  const { version } = z
    .object({ version: z.number() })
    .parse(await ask("query ($e: ID!) { hostEvent(eventId: $e) { version } }"));
  const change = JSON.stringify({ state: "closed" });
  await ask(
    `mutation ($e: ID!, $s: Int!, $c: AWSJSON!) { updateEvent(eventId: $e, seen: $s, change: $c) { version } }`,
    { s: version, c: change },
  );
  const { startedAt } = await order();
  await done();
  await take(startedAt);
  expect(Number((await stack.rows("Event"))[0]?.["downloadedAt"]?.N)).toBeGreaterThan(startedAt - 1);
  await ask(`mutation ($e: ID!) { cancelExport(eventId: $e) { state } }`);
  await waitUntil("the end of its files", () => stack.objects("event-exports/") === 0);
  await expect(take(startedAt)).rejects.toThrow("not there");
});
