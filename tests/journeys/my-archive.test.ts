import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { askApi } from "../../cli/ask-api.ts";
import { readZip } from "../../functions/shared/archive/read-zip.ts";
import { type Player, playerNamed, sendPicture } from "../fixtures/authorization/players.ts";
import { freshPicture } from "../fixtures/fresh-picture.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";
import { waitUntil } from "../fixtures/wait-until.ts";

// P10: guests take their photos away as one file.

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
}, 180_000);
afterAll(() => stack.close());

const archiveShape = z.object({
  archiveId: z.string(),
  state: z.enum(["running", "ready", "failed"]),
  done: z.number(),
  total: z.number().nullable(),
  url: z.string().nullable(),
  bytes: z.number().nullable(),
});
const fields = "archiveId state done total url bytes";
const ask = ({ token }: Player, query: string, variables: object = {}) =>
  askApi(stack.endpoints.graphqlUrl, { Authorization: token }, query, variables);
const order = async (guest: Player) =>
  archiveShape.parse(await ask(guest, `mutation { orderMyArchive { ${fields} } }`));
const look = async (guest: Player, archiveId: string) =>
  archiveShape
    .nullable()
    .parse(await ask(guest, `query ($a: ID!) { myArchive(archiveId: $a) { ${fields} } }`, { a: archiveId }));
async function ready(guest: Player, archiveId: string) {
  await waitUntil("the archive", async () => (await look(guest, archiveId))?.state === "ready");
  return archiveShape.parse(await look(guest, archiveId));
}
async function fetched(url: string | null) {
  const answer = await fetch(url ?? "");
  return { answer, files: answer.ok ? readZip(Buffer.from(await answer.arrayBuffer())) : [] };
}

test("an archive holds the guest's own photos, as they were sent, for the guest alone", async () => {
  const [picture, other] = [await freshPicture("three-friends", 500), await freshPicture("guest-smile", 400)];
  const aoi = await playerNamed(stack, "Aoi", picture);
  const second = await sendPicture(stack, aoi.lineUserId, other);
  const ken = await playerNamed(stack, "Ken", await freshPicture("guest-smile", 460));
  const { archiveId } = await order(aoi);
  expect((await order(aoi)).archiveId).toBe(archiveId);
  const { done, total, url, bytes } = await ready(aoi, archiveId);
  expect([done, total]).toEqual([2, 2]);
  const { answer, files } = await fetched(url);
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment; .*\.zip$/);
  expect(Number(answer.headers.get("content-length"))).toBe(bytes);
  expect(files.slice(0, 2).map((file) => file.bytes.equals(picture) || file.bytes.equals(other))).toEqual([
    true,
    true,
  ]);
  expect(files.map(({ name }) => name)).toEqual([
    expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d-\d\d-\d\d [\d.]+pt\.jpg$/),
    expect.stringMatching(/pt( \(2\))?\.jpg$/),
    "my-data.json",
  ]);
  const text = files[2]?.bytes.toString() ?? "";
  expect(text).toContain(second);
  for (const secret of [ken.photoId, ken.guestId, aoi.guestId, aoi.lineUserId])
    expect(text).not.toContain(secret);

  expect(await look(ken, archiveId)).toBeNull();
  expect((await fetch((url ?? "").split("?")[0] ?? "")).status).toBe(403);

  // What is taken back takes the archive with it; the next one is without it.
  stack.line.guests.unsend(aoi.lineUserId, second);
  await waitUntil("the end of the archive", async () => (await look(aoi, archiveId)) === null);
  await waitUntil("the end of all work", () => stack.waitingMessages() === 0);
  expect(stack.objects("exports/")).toBe(0);
  // S3 tells nobody who may not list whether there is anything.
  expect((await fetched(url)).answer.status).toBe(403);
  const again = await ready(aoi, (await order(aoi)).archiveId);
  expect((await fetched(again.url)).files).toHaveLength(2);
  expect(stack.objects("exports/")).toBe(1);
});

test("an archive whose worker dies is made by the next one", async () => {
  const yui = await playerNamed(stack, "Yui", await freshPicture("three-friends", 480));
  let hasDied = false;
  const unwatch = stack.faults.watch(({ action, phase }) => {
    if (hasDied || action !== "s3:PutObject" || phase !== "before") return;
    hasDied = true;
    stack.services.lambda.kill("line-worker");
  });
  const { archiveId } = await order(yui);
  await waitUntil("the death of the worker", () => hasDied && stack.services.lambda.busy === 0);
  unwatch();
  stack.services.queues.releaseInFlight();
  const { url } = await ready(yui, archiveId);
  expect((await fetched(url)).files).toHaveLength(2);
});
