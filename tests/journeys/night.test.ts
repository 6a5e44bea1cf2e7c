import { afterAll, beforeAll, expect, test } from "vitest";
import { auditTable } from "../../local/crowd/audit/audit-table.ts";
import { type Audit, auditWorld } from "../../local/crowd/audit/audit-world.ts";
import { readWorld } from "../../local/crowd/audit/read-world.ts";
import type { World } from "../../local/crowd/audit/world.ts";
import { settleQueues } from "../../local/crowd/chaos/settle-queues.ts";
import { performCrowd } from "../../local/crowd/perform-crowd.ts";
import { planCrowd } from "../../local/crowd/plan-crowd.ts";
import { sayGoodbye } from "../../local/crowd/say-goodbye.ts";
import type { Sent } from "../../local/crowd/sent.ts";
import { openSources } from "../../local/crowd/visit-stack.ts";
import type { FaultPlan } from "../../local/faults/fault-plan.ts";
import { signedInHost } from "../fixtures/host.ts";
import { readHistory } from "../fixtures/night/read-history.ts";
import { RestlessHost } from "../fixtures/night/restless-host.ts";
import { quotaUsed } from "../fixtures/quota-used.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";

// Fifty guests on an evening on which LINE, Rekognition and the lines between them have a bad day. At the end everything
// that was sent is compared with everything that is there.

/** A crowd of which nine photos are sent again and not taken back: some are left when the host has decided others. */
const SEED = 2364;
const size = { guests: 50, photos: 110, minutes: 0.45, pictureWidth: 320, isByCode: true };
const SETTLE_MS = 300_000;
/** LINE goes on until the evening is over; a busy machine is to be slow, and not a storm of its own. */
const WEBHOOKS = {
  timeoutMs: 30_000,
  redeliveryDelaysMs: [300, 600, 1_200, 2_500, 5_000, 5_000, 5_000, 5_000, 5_000, 5_000],
};

const faults: FaultPlan = {
  seed: SEED,
  calls: {
    "line:*": { latencyMs: [0, 300] },
    "line:replyMessage": { latencyMs: [0, 200], failBefore: 0.06, status: 429, dropAfter: 0.06 },
    "line:getProfile": { failBefore: 0.15, status: 429 },
    "line:getMessageContent": { latencyMs: [0, 300], failBefore: 0.1, dropAfter: 0.05 },
    "rekognition:DetectFaces": { throttlePerSecond: 25, dropAfter: 0.05 },
    "rekognition:DetectModerationLabels": { throttlePerSecond: 5 },
    "appsync:GraphQL": { failBefore: 0.01, dropAfter: 0.02 },
    "lambda:InvokeFunctionUrl": { failAfter: 0.1, dropAfter: 0.05 },
    "s3:PutObject": { failAfter: 0.03 },
  },
  webhooks: { duplicate: 0.25, jitterMs: 200 },
  queues: { duplicate: 0.15, jitterMs: 100 },
};

let stack: TestStack;
let sent: Sent;
let world: World;
let audit: Audit;
beforeAll(async () => {
  stack = await startTestStack();
  Object.assign(stack.line.webhooks, WEBHOOKS);
  await stack.services.rekognition.warm();
  const sources = await openSources(stack.endpoints);
  const settle = (): Promise<void> => settleQueues(stack, sources.administrator, SETTLE_MS);
  try {
    const host = new RestlessHost(
      await signedInHost(stack, "host@example.org"),
      stack.endpoints.eventId,
      SEED,
    );
    stack.faults.set(faults);
    const joinCode = (await stack.rows("Event"))[0]?.["joinCode"]?.S ?? "";
    let isOver = false;
    const guests = performCrowd(planCrowd(SEED, size), { phones: sources.phones, joinCode }).finally(() => {
      isOver = true;
    });
    const [photographed] = await Promise.all([guests, host.until(() => isOver)]);
    stack.faults.set({});
    await settle();
    await sources.administrator.redriveDeadLetters();
    await settle();
    sent = await sayGoodbye(sources.phones, { ...photographed, hostWords: host.words }, settle);
    world = await readWorld(sources, sent);
    audit = auditWorld(sent, world, { isHealthy: false, setBackMs: 0 });
  } finally {
    sources.close();
  }
}, 600_000);
afterAll(() => stack.close());

test("what is stored, ranked, published, replied and kept is what was sent", () => {
  expect(audit.isClean, auditTable(audit)).toBe(true);
  expect(audit.counts).toMatchObject({ sent: 110, accepted: 110, deadLetters: 0 });
  expect(audit.counts.stored).toBeGreaterThan(100);
});

test("no rule is kept only because there was nothing to try it on", () => {
  const empty = audit.checks.filter(({ cases }) => cases === 0).map(({ name }) => name);
  expect(empty).toEqual(["nobody else is on the board"]);
  const sets = new Set(sent.photos.flatMap(({ set }) => set?.id ?? []));
  const uncounted = sent.photos.filter(({ set }) => set !== undefined && set.index === undefined);
  expect(sets.size).toBeGreaterThan(5);
  expect(uncounted.length).toBeGreaterThan(1);
  expect(sent.messages.filter(({ kind }) => kind === "join")).toHaveLength(50);
  for (const word of ["hide", "show"])
    expect(sent.hostWords?.filter(({ says }) => says === word).length).toBeGreaterThan(0);
  expect(sent.hostWords?.length).toBeGreaterThan(5);
  expect(audit.counts.unsent).toBeGreaterThan(10);
  // By what was sent: how many are duplicates in the end depends on what is taken back and what the host shows.
  expect(audit.counts.repeated).toBeGreaterThan(0);
});

test("A5: nothing that costs was sent", async () => {
  expect(await quotaUsed(stack)).toBe(0);
});

test("every guest finds every own photo on the personal page, as it is, and the own score", async () => {
  for (const [at, { lineUserId }] of sent.guests.entries()) {
    const own = sent.photos.filter(({ guest, isUnsent }) => guest === at && !isUnsent);
    const { photos, score } = await readHistory(stack, lineUserId);
    expect(photos.map(({ photoId }) => photoId).toSorted()).toEqual(
      own.map(({ photoId }) => photoId).toSorted(),
    );
    for (const { photoId, ...told } of photos) {
      const row = world.photos.find((photo) => photo.photoId === photoId);
      expect(told).toEqual({ state: row?.state, reason: row?.reason ?? null, score: row?.score });
    }
    const guest = world.guests.find((one) => one.lineUserId === lineUserId);
    expect(score).toBe(guest?.score ?? null);
  }
});
