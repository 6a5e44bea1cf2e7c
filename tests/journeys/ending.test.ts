import * as z from "zod";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DeletionReport } from "#domain/deletion-report";
import { DAY_MS } from "#domain/retention";
import { askApi } from "../../cli/ask-api.ts";
import { askForBoard } from "../../cli/rights/ask.ts";
import {
  changeGuest,
  moderatePhotos,
  openEvent,
  updateEvent,
} from "../fixtures/authorization/host-orders.ts";
import { type Player, playerNamed, sendPicture } from "../fixtures/authorization/players.ts";
import { freshPicture } from "../fixtures/fresh-picture.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";
import { waitUntil } from "../fixtures/wait-until.ts";

// K7–K12 on the whole stack: the clock goes on for months, and the schedule does the rest.

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
}, 180_000);
afterAll(() => stack.close());

const MINUTE_MS = 60_000;
const now = (): number => Date.now() + (stack.faults.plan.clockOffsetMs ?? 0);

/** Signed in anew: tokens do not live for months. */
function hostToken(): string {
  const { userPoolId, userPoolClientId, host } = stack.endpoints;
  return stack.services.userPools.signInAs(userPoolId, userPoolClientId, host.username).AccessToken;
}
const ask = (query: string, variables: object = {}) =>
  askApi(stack.endpoints.graphqlUrl, { Authorization: hostToken() }, query, variables);

async function setClock(at: number): Promise<void> {
  stack.faults.set({ clockOffsetMs: at - Date.now() });
  stack.services.queues.tick();
  await quiet();
}
const quiet = async (): Promise<void> => {
  await waitUntil(
    "the end of all work",
    () => stack.waitingMessages() === 0 && stack.services.lambda.busy === 0,
  );
};
const keeperRuns = (): number => stack.services.lambda.metrics().get("event-keeper")?.invocations ?? 0;

/** As far as the next full hour behind `at`, when the schedule calls. */
async function passHour(at: number): Promise<void> {
  const before = keeperRuns();
  await setClock(Math.ceil(at / 3_600_000) * 3_600_000 + 1_000);
  await waitUntil("the schedule", () => keeperRuns() > before);
  await quiet();
}

const eventShape = z.object({
  version: z.number(),
  state: z.string(),
  title: z.string(),
  contact: z.string().nullable(),
  joinCode: z.string(),
  retentionEndsAt: z.number(),
  closesAt: z.number(),
});
const FIELDS = "version state title contact joinCode retentionEndsAt closesAt";
const hostEvent = async (eventId = stack.endpoints.eventId) =>
  eventShape.parse(await ask(`query ($e: ID!) { hostEvent(eventId: $e) { ${FIELDS} } }`, { e: eventId }));
const alarm = async (name: string): Promise<string | undefined> => {
  const alarms = z.array(z.object({ name: z.string(), state: z.string() }));
  return alarms.parse(await ask("query { alarms { name state } }")).find((one) => one.name === name)?.state;
};
const change = async (eventId: string, changed: object, title?: string) => {
  const { version } = await hostEvent(eventId);
  return ask(
    `mutation ($e: ID!, $v: Int!, $c: AWSJSON!, $t: String) {
      updateEvent(eventId: $e, seen: $v, change: $c, title: $t) { version } }`,
    { e: eventId, v: version, c: JSON.stringify(changed), t: title },
  );
};
const endEvent = async (eventId: string, title?: string) => {
  const { version } = await hostEvent(eventId);
  return ask(
    `mutation ($e: ID!, $v: Int!, $t: String) { endEvent(eventId: $e, seen: $v, title: $t) { state } }`,
    { e: eventId, v: version, t: title },
  );
};

/** Puts a message where those rest that failed too often. */
async function letDie(queue: string, body: object): Promise<void> {
  const { queues, identities } = stack.services;
  const caller = identities.administrator.caller;
  const { signal } = new AbortController();
  const { QueueUrls } = z
    .object({ QueueUrls: z.array(z.string()) })
    .parse(await queues.call("ListQueues", { QueueNamePrefix: queue }, caller, signal));
  const message = { QueueUrl: QueueUrls[0], MessageBody: JSON.stringify(body) };
  await queues.call("SendMessage", message, caller, signal);
}
const lettersLeft = async (): Promise<number> => {
  const page = await ask("query { deadLetters { letters { letterId } } }");
  return z.object({ letters: z.array(z.unknown()) }).parse(page).letters.length;
};

/** Everything that is kept, as text, but for which messages were answered. */
async function everything(): Promise<string> {
  const models = ["Event", "Guest", "Photo", "Person", "Audit"] as const;
  const tables = await Promise.all(models.map((model) => stack.rows(model)));
  return JSON.stringify(tables);
}
const rowsOf = async (eventId: string): Promise<string> => {
  const of = async (model: string) =>
    (await stack.rows(model)).filter((row) => row["eventId"]?.S === eventId && row["rankKey"]?.S !== "");
  return JSON.stringify([await of("Event"), await of("Guest"), await of("Photo"), await of("Audit")]);
};
const filesOf = (eventId: string): number =>
  ["originals", "copies", "exports", "event-exports"].reduce(
    (sum, folder) => sum + stack.objects(`${folder}/${eventId}/`),
    0,
  );

test("a host deletes an event at once by typing its name", async () => {
  const desk = { stack, host: hostToken() };
  const mine = await openEvent(desk);
  const hana = await playerNamed(stack, "Hana Trace", await freshPicture("guest-smile", 400), mine.joinCode);
  await expect(endEvent(mine.eventId)).rejects.toThrow("title");
  await expect(endEvent(mine.eventId, "Elsewhere?")).rejects.toThrow("title");
  expect(await endEvent(mine.eventId, " elsewhere ")).toEqual({ state: "erasing" });
  expect(await endEvent(mine.eventId)).toEqual({ state: "erasing" });
  const startedAt = now();
  for (let minute = 2; (await hostEvent(mine.eventId)).state !== "erased"; minute += 1) {
    expect(minute).toBeLessThan(12);
    await setClock(startedAt + minute * MINUTE_MS);
  }
  const left = await everything();
  for (const sign of ["Hana Trace", hana.lineUserId, hana.guestId]) expect(left).not.toContain(sign);
  await expect(endEvent(mine.eventId, "Elsewhere")).rejects.toThrow("no such event");
}, 120_000);

test("an event is reminded of, put off, deleted to the last trace, and another one stays", async () => {
  const desk = { stack, host: hostToken() };
  const { eventId, boardId } = stack.endpoints;
  const picture = (name: string) => freshPicture(name, 400);
  const elsewhere = await openEvent(desk);
  await change(elsewhere.eventId, { retentionEndsAt: now() + 700 * DAY_MS });
  const guest = async (name: string, joinCode?: string): Promise<Player> =>
    playerNamed(stack, name, await picture("guest-smile"), joinCode);
  const { joinCode } = await hostEvent();
  const aoi = await guest("Aoi Trace", joinCode);
  const ken = await guest("Ken Trace", joinCode);
  const mio = await guest("Mio Trace", joinCode);
  const yui = await guest("Yui Elsewhere", elsewhere.joinCode);
  for (const name of ["cake", "couple"]) await sendPicture(stack, aoi.lineUserId, await picture(name));
  await updateEvent(desk, stack.endpoints, { policy: "review-first", contact: "host@trace.example" });
  await sendPicture(stack, aoi.lineUserId, await picture("bride"));
  stack.line.guests.sendImages(ken.lineUserId, [await picture("couple"), await picture("bride")]);
  await moderatePhotos(desk, eventId, "hide", [ken]);
  await changeGuest(desk, mio, { reading: "よみがな痕跡" });
  stack.line.guests.unsend(mio.lineUserId, mio.photoId);
  await quiet();
  await askApi(
    stack.endpoints.graphqlUrl,
    { Authorization: aoi.token },
    "mutation { orderMyArchive { archiveId } }",
    {},
  );
  await quiet();
  const photos = await stack.rows("Photo");
  const images = photos.flatMap((row) =>
    row["eventId"]?.S === eventId && row["image"]?.S ? [row["image"].S] : [],
  );
  const guests = [aoi, ken, mio];
  const signs = [
    ...guests.flatMap(({ lineUserId, guestId }) => [lineUserId, guestId]),
    "Aoi Trace",
    "Ken Trace",
    "Mio Trace",
    "よみがな痕跡",
    "host@trace.example",
    ...images,
  ];
  const before = await everything();
  for (const sign of signs) expect(before).toContain(sign);
  expect(images.length).toBeGreaterThan(1);
  const untouched = await rowsOf(elsewhere.eventId);
  const filesElsewhere = filesOf(elsewhere.eventId);
  expect(filesElsewhere).toBeGreaterThan(2);

  // K7: what is short takes the name.
  const { retentionEndsAt, closesAt, title } = await hostEvent();
  await expect(change(eventId, { retentionEndsAt: closesAt + 5 * DAY_MS })).rejects.toThrow("title");
  await expect(change(eventId, { retentionEndsAt: closesAt + 800 * DAY_MS })).rejects.toThrow("two years");

  // K9: fourteen days before, and nothing is deleted.
  await passHour(retentionEndsAt - 20 * DAY_MS);
  expect(await alarm("events-near-their-end")).toBe("OK");
  await passHour(retentionEndsAt - 13 * DAY_MS);
  expect(await alarm("events-near-their-end")).toBe("ALARM");
  // K8: nobody has downloaded anything.
  await passHour(retentionEndsAt + DAY_MS);
  expect(await hostEvent()).toMatchObject({ state: "open" });
  await letDie("PhotoDeadLetters", { kind: "settle", eventId, guestId: aoi.guestId });
  await letDie("ChatDeadLetters", {
    kind: "line-event",
    event: { type: "message", timestamp: closesAt - 1, source: { type: "user", userId: ken.lineUserId } },
  });
  const other = { kind: "settle", eventId: elsewhere.eventId, guestId: yui.guestId };
  await letDie("OrderDeadLetters", other);
  expect(await lettersLeft()).toBe(3);

  await passHour(retentionEndsAt + 14 * DAY_MS);
  expect(await hostEvent()).toMatchObject({ state: "erasing" });
  expect(await askForBoard(stack.endpoints).catch(() => null)).toBeNull();
  await expect(change(eventId, { title: "Late" })).rejects.toThrow("no such event");
  const startedAt = now();
  for (let minute = 2; (await hostEvent()).state !== "erased"; minute += 1) {
    expect(minute).toBeLessThan(12);
    await setClock(startedAt + minute * MINUTE_MS);
  }

  const left = await everything();
  for (const sign of signs) expect(left, sign).not.toContain(sign);
  expect((await stack.rows("Guest")).filter((row) => row["eventId"]?.S === eventId)).toEqual([]);
  expect((await stack.rows("Photo")).filter((row) => row["eventId"]?.S === eventId)).toEqual([]);
  expect(filesOf(eventId)).toBe(0);
  for (const image of images) {
    expect(stack.objects(`public/${image}`)).toBe(0);
    expect((await fetch(`${stack.endpoints.cdnUrl}/${image}.jpg`)).status).not.toBe(200);
  }
  expect(await lettersLeft()).toBe(1);
  const log = stack.lines.join("\n");
  for (const sign of [...guests.map(({ lineUserId }) => lineUserId), "Aoi Trace", "よみがな痕跡"])
    expect(log, sign).not.toContain(sign);
  // Numbers of what was answered hold no person; they go by themselves.
  const deliveries = JSON.stringify(await stack.rows("Delivery"));
  for (const { lineUserId, guestId } of guests)
    for (const sign of [lineUserId, guestId]) expect(deliveries).not.toContain(sign);

  expect(await hostEvent()).toMatchObject({ state: "erased", title, contact: null, retentionEndsAt });
  expect((await hostEvent()).joinCode).not.toBe(joinCode);
  const trail = z.object({
    entries: z.array(z.looseObject({ action: z.string(), after: z.string().nullable() })),
  });
  const { entries } = trail.parse(
    await ask(
      "query ($e: ID!) { audit(eventId: $e, limit: 100) { entries { action actorName subject before after isDone } } }",
      { e: eventId },
    ),
  );
  const report = JSON.parse(
    entries.find(({ action }) => action === "endEvent")?.after ?? "",
  ) as DeletionReport;
  expect(report.deleted).toMatchObject({ guests: 3, letters: 2, archives: 1 });
  expect(report.deleted.originals).toBeGreaterThan(3);
  expect(report.remains.backups).toBeGreaterThan(now() + 30 * DAY_MS);
  expect(entries.filter(({ after }) => after !== null)).toHaveLength(1);
  expect(entries.length).toBeGreaterThan(4);

  // The other event is as it was, and goes on.
  expect(await rowsOf(elsewhere.eventId)).toBe(untouched);
  expect(filesOf(elsewhere.eventId)).toBe(filesElsewhere);
  expect(boardId).not.toBe("");
}, 240_000);
