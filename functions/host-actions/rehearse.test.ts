import { describe, expect, it } from "vitest";
import { rehearsalJobId } from "#domain/rehearsal-progress";
import type { HostedEvent } from "../shared/ports/event-store.ts";
import type { RehearsalStep } from "../shared/queue-message.ts";
import { progressOf } from "../shared/rehearsal/rehearsal-job.ts";
import { createWorld, OPENED_AT } from "../line-worker/in-memory-world.ts";
import { hostPortsOf, orderOf } from "./in-memory-host.ts";
import { rehearse } from "./rehearse.ts";
import { wipeRehearsal } from "./wipe-rehearsal.ts";

const WISH = { guests: 80, photos: 200, minutes: 5, readsForReal: false };
const HOUR_MS = 3_600_000;
const event: HostedEvent = {
  eventId: "event-1",
  boardId: "board-1",
  joinCode: "RRRRRR",
  title: "山田家",
  language: "ja",
  theme: "wa",
  state: "open",
  opensAt: OPENED_AT,
  closesAt: OPENED_AT + 8 * HOUR_MS,
  retentionEndsAt: OPENED_AT + 90 * 24 * HOUR_MS,
  policy: "review-first",
  moderation: "enforce",
  keepsAgeAndGender: true,
  allowsPaidMessages: true,
  contact: "Hanako",
  hasSpotlight: false,
  hasCornerQr: true,
  hasSound: true,
  nameWords: ["バカ"],
  stage: { name: "frozen", version: 7 },
  version: 9,
};

/** A host in front of the event, and what was ordered. `isBusy`: a photo came within the last hour. */
async function open({ isBusy = false }: { isBusy?: boolean } = {}) {
  const world = createWorld();
  const steps: RehearsalStep[] = [];
  const asked: unknown[] = [];
  const ports = {
    ...hostPortsOf(world),
    random: Math.random,
    rehearsalQueue: {
      send: async (step: RehearsalStep) => void steps.push(step),
      sendAll: async () => {},
    },
    photos: {
      photosOfEvent: async (...args: unknown[]) => {
        asked.push(args);
        // Nobody looks into them.
        return { photos: isBusy ? ([{}] as never[]) : [] };
      },
    },
  };
  const draft = { ...event };
  await ports.events.saveEvent(draft, { expectedVersion: 0, attempt: "a" });
  const order = orderOf("event-1", "rehearse");
  return { world, ports, steps, asked, order };
}

describe("H1: a rehearsal", () => {
  it("is an event of its own with the same settings, open now, marked, with addresses of its own", async () => {
    const { ports, steps, order, world } = await open();
    const begun = await rehearse(ports, order, WISH);
    if ("refused" in begun) throw new Error(begun.words);
    expect(begun).toMatchObject({
      ...WISH,
      eventId: "event-1",
      state: "running",
      phase: "drawing",
      sentSoFar: 0,
    });
    const played = await ports.events.hostedEvent(begun.rehearsalId);
    const {
      eventId,
      boardId,
      joinCode,
      title,
      state,
      opensAt,
      closesAt,
      retentionEndsAt,
      stage,
      version,
      ...same
    } = event;
    expect(played).toMatchObject({ ...same, state, isRehearsal: true, title: `【リハーサル】${title}` });
    expect(played?.boardId).toBe(begun.boardId);
    for (const old of [eventId, boardId, joinCode]) expect(JSON.stringify(played)).not.toContain(`"${old}"`);
    expect(played?.opensAt).toBeLessThan(world.now);
    expect(played?.closesAt).toBeGreaterThan(world.now + WISH.minutes * 60_000 + HOUR_MS);
    expect(played?.retentionEndsAt).toBeLessThan(retentionEndsAt);
    expect([opensAt, closesAt, stage, version]).toHaveLength(4);
    expect(steps).toEqual([{ kind: "rehearse", eventId: "event-1", jobId: "rehearsal#event-1", version: 1 }]);
    const job = await ports.hosts.job(rehearsalJobId("event-1"));
    expect(job).toMatchObject({ kind: "rehearsal", state: "running", total: 200, done: 0 });
    expect(job && progressOf(job)).toMatchObject(WISH);
    expect(await ports.events.hostedEvent("event-1")).toMatchObject({ title, version: 1 });
  });

  it.each([
    ["guests", { guests: 0 }],
    ["guests", { guests: 1_001 }],
    ["photos", { photos: 0 }],
    ["photos", { photos: 5_001 }],
    ["minutes", { minutes: 0 }],
    ["minutes", { minutes: 61 }],
    ["minutes", { minutes: 1.5 }],
  ])("%s beyond its limits is refused by name, and nothing is done", async (name, wrong) => {
    const { ports, steps, order } = await open();
    const refused = await rehearse(ports, order, { ...WISH, ...wrong });
    expect(refused).toMatchObject({ refused: "BadInput", words: expect.stringContaining(`${name}:`) });
    expect([steps.length, await ports.hosts.job(rehearsalJobId("event-1"))]).toEqual([0, undefined]);
  });

  it("is refused while real guests send, and looks an hour back", async () => {
    const { ports, order, asked, steps, world } = await open({ isBusy: true });
    expect(await rehearse(ports, order, WISH)).toMatchObject({ refused: "Conflict" });
    expect(asked).toEqual([["event-1", undefined, { from: world.now - HOUR_MS, to: world.now }]]);
    expect(steps).toEqual([]);
  });

  it("is not refused by photos of an event that is closed", async () => {
    const { ports, order } = await open({ isBusy: true });
    await ports.events.saveEvent({ ...event, state: "closed" }, { expectedVersion: 1, attempt: "b" });
    expect(await rehearse(ports, order, WISH)).not.toHaveProperty("refused");
  });

  it("is one at a time, is not rehearsed itself, and begins anew when it was wiped", async () => {
    const { ports, order, steps } = await open();
    const first = await rehearse(ports, order, WISH);
    if ("refused" in first) throw new Error(first.words);
    expect(await rehearse(ports, order, WISH)).toMatchObject({ refused: "Conflict" });
    expect(await rehearse(ports, { ...order, eventId: first.rehearsalId }, WISH)).toMatchObject({
      refused: "BadInput",
    });
    expect(await wipeRehearsal(ports, order)).toMatchObject({
      state: "wiped",
      rehearsalId: first.rehearsalId,
    });
    expect(await ports.events.hostedEvent(first.rehearsalId)).toMatchObject({ state: "erasing" });
    const second = await rehearse(ports, order, WISH);
    expect(second).toMatchObject({ state: "running" });
    expect(second).not.toMatchObject({ rehearsalId: first.rehearsalId });
    expect(steps.map(({ version }) => version)).toEqual([1, 2]);
  });

  it("of no event, or never begun, is not found", async () => {
    const { ports, order } = await open();
    expect(await rehearse(ports, { ...order, eventId: "none" }, WISH)).toMatchObject({ refused: "NotFound" });
    expect(await wipeRehearsal(ports, order)).toMatchObject({ refused: "NotFound" });
  });

  it("wiping never touches what is no rehearsal", async () => {
    const { ports, order } = await open();
    const begun = await rehearse(ports, order, WISH);
    if ("refused" in begun) throw new Error(begun.words);
    const job = await ports.hosts.job(rehearsalJobId("event-1"));
    if (job === undefined) throw new Error("no job");
    const forged = { ...progressOf(job), rehearsalId: "event-1" };
    await ports.hosts.saveJob({ ...job, report: forged }, job.version);
    await wipeRehearsal(ports, order);
    expect(await ports.events.hostedEvent("event-1")).toMatchObject({ state: "open" });
  });
});
