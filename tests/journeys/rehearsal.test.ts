import { afterAll, beforeAll, expect, test, vi } from "vitest";
import * as z from "zod";
import type { RehearsalReport } from "#domain/rehearsal-report";
import { askApi } from "../../cli/ask-api.ts";
import { playerNamed, sendPicture } from "../fixtures/authorization/players.ts";
import { freshPicture } from "../fixtures/fresh-picture.ts";
import { type Row, startTestStack, type TestStack } from "../fixtures/stack.ts";

// H1–H6 on the whole stack: drawn guests play beside an event whose real guests have sent photos.

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
}, 180_000);
afterAll(() => stack.close());

const MINUTE_MS = 60_000;
/** A minute of photos, and what a slow machine needs for them. */
const LONG = { timeout: 300_000, interval: 1_000 };
const SIZE = { guests: 20, photos: 40, minutes: 1 };

/** Signed in anew: tokens do not live as long. */
function hostToken(): string {
  const { userPoolId, userPoolClientId, host } = stack.endpoints;
  return stack.services.userPools.signInAs(userPoolId, userPoolClientId, host.username).AccessToken;
}
const ask = (query: string, variables: object = {}) =>
  askApi(stack.endpoints.graphqlUrl, { Authorization: hostToken() }, query, variables);

const rehearsalShape = z.object({
  rehearsalId: z.string(),
  boardId: z.string(),
  state: z.string(),
  phase: z.string(),
  sentSoFar: z.number(),
  report: z.string().nullable(),
});
const FIELDS = "rehearsalId boardId state phase sentSoFar report";
const rehearse = async (size: Partial<typeof SIZE> = {}, readsForReal = false) =>
  rehearsalShape.parse(
    await ask(
      `mutation ($e: ID!, $g: Int!, $p: Int!, $m: Int!, $r: Boolean!) {
        rehearse(eventId: $e, guests: $g, photos: $p, minutes: $m, readsForReal: $r) { ${FIELDS} } }`,
      {
        e: stack.endpoints.eventId,
        g: size.guests ?? SIZE.guests,
        p: size.photos ?? SIZE.photos,
        m: size.minutes ?? SIZE.minutes,
        r: readsForReal,
      },
    ),
  );
const rehearsal = async () =>
  rehearsalShape
    .nullable()
    .parse(
      await ask(`query ($e: ID!) { rehearsal(eventId: $e) { ${FIELDS} } }`, { e: stack.endpoints.eventId }),
    );
const wipe = async () =>
  rehearsalShape.parse(
    await ask(`mutation ($e: ID!) { wipeRehearsal(eventId: $e) { ${FIELDS} } }`, {
      e: stack.endpoints.eventId,
    }),
  );

function setClock(minutes: number): void {
  stack.faults.set({ clockOffsetMs: minutes * MINUTE_MS });
  stack.services.queues.tick();
}
const quiet = (): Promise<void> => vi.waitFor(() => expect(stack.waitingMessages()).toBe(0), LONG);

const MODELS = ["Event", "Guest", "Photo", "Person", "Delivery"] as const;
/** Every row that there is, word for word. */
const rowsNow = async (): Promise<ReadonlyMap<string, Row>> => {
  const tables = await Promise.all(
    MODELS.map(async (model) => (await stack.rows(model)).map((row) => [model, row] as const)),
  );
  const keys = ["guestKey", "photoId", "lineUserId", "deliveryId", "eventId", "guestId"];
  return new Map(
    tables
      .flat()
      .map(([model, row]) => [[model, ...keys.map((key) => row[key]?.S ?? "")].join(" "), row] as const),
  );
};

test("drawn guests play, and neither LINE nor a real row hears of it; wiping leaves nothing", async () => {
  const { eventId } = stack.endpoints;
  const hana = await playerNamed(stack, "Hana", await freshPicture("guest-smile", 400));
  await sendPicture(stack, hana.lineUserId, await freshPicture("bride", 400));
  expect(hana.eventId).toBe(eventId);

  await expect(rehearse({ guests: 0 })).rejects.toThrow("guests");
  await expect(rehearse({ photos: 5_001 })).rejects.toThrow("photos");
  await expect(rehearse()).rejects.toThrow("guests are sending photos");
  setClock(61);
  await quiet();

  const before = await rowsNow();
  const filesBefore = stack.objects("");
  const lineCalls: string[] = [];
  const unwatch = stack.faults.watch(({ action }) => {
    if (action.startsWith("line:") || action.startsWith("rekognition:")) lineCalls.push(action);
  });
  expect(await rehearsal()).toBeNull();
  const begun = await rehearse();
  expect(begun).toMatchObject({ state: "running", sentSoFar: 0 });
  await expect(rehearse()).rejects.toThrow("wipe");

  // A real guest neither finds the rehearsal by its code nor is asked which event is meant.
  const played = (await stack.rows("Event")).find((row) => row["eventId"]?.S === begun.rehearsalId);
  expect(played).toMatchObject({
    isRehearsal: { BOOL: true },
    title: { S: expect.stringContaining("リハーサル") },
  });

  await vi.waitFor(async () => expect(await rehearsal()).toMatchObject({ phase: "settling" }), LONG);
  await quiet();
  // Their reminders come now, and so does whatever a machine that broke off still holds.
  setClock(68);
  await vi.waitFor(async () => expect(await rehearsal()).toMatchObject({ state: "finished" }), LONG);
  const finished = await rehearsal();
  const report = JSON.parse(finished?.report ?? "") as RehearsalReport;
  expect(report).toMatchObject({ lost: 0, double: 0, findings: [], readsForReal: false });
  expect(report.sent).toMatchObject({ photos: SIZE.photos, undelivered: 0 });
  expect(report.stored).toBeGreaterThanOrEqual(SIZE.photos - report.sent.unsent);
  expect(report.guests).toBeGreaterThan(1);
  expect(report.ranked).toBeGreaterThan(1);
  expect(report.rekognition.faces).toBeGreaterThan(SIZE.photos / 2);
  expect(report.line.replies).toBeGreaterThan(report.sent.chats);
  expect(report.line.profiles).toBeGreaterThanOrEqual(report.guests);
  expect(report.latenciesMs.stored?.p50).toBeGreaterThan(0);
  expect(report.latenciesMs.answered?.max).toBeLessThan(60_000);

  // H3
  expect(lineCalls).toEqual([]);
  unwatch();
  // What was kept is kept as it was, and nothing came to it.
  const after = await rowsNow();
  for (const [key, row] of before) expect(after.get(key), key).toEqual(row);
  const added = [...after].filter(([key]) => !before.has(key));
  expect(added.filter(([, row]) => row["eventId"]?.S === eventId)).toEqual([]);
  const photos = [...after]
    .filter(([key, row]) => key.startsWith("Photo ") && row["eventId"]?.S === begun.rehearsalId)
    .map(([, row]) => row);
  expect(new Set(photos.map((row) => row["photoId"]?.S)).size).toBe(photos.length);
  expect(photos.length).toBeGreaterThanOrEqual(report.stored);
  await vi.waitFor(() => expect(stack.objects("rehearsal/")).toBe(0), LONG);

  expect(await wipe()).toMatchObject({ state: "wiped" });
  for (let minute = 2; minute < 12; minute += 1) {
    setClock(68 + minute);
    await quiet();
  }
  const left = await rowsNow();
  for (const [key, row] of before) expect(left.get(key), key).toEqual(row);
  const signs = [...left]
    .filter(([key]) => !before.has(key) && !key.startsWith("Delivery"))
    .map(([key]) => key);
  // Of an event remains that there was one (K11).
  expect(signs).toEqual([expect.stringContaining(begun.rehearsalId)]);
  expect(stack.objects("")).toBe(filesBefore);
  const wiped = await rehearsal();
  expect(wiped).toMatchObject({ state: "wiped", report: finished?.report });
  expect(lineCalls).toEqual([]);
}, 500_000);
