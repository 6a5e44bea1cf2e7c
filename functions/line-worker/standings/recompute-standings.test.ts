import { beforeEach, describe, expect, it } from "vitest";
import { type EventRules, seedRules } from "#domain/event-rules";
import { changeRules, undoRules } from "../../host-actions/change-rules.ts";
import type { HostPorts } from "../../host-actions/host-ports.ts";
import { hostPortsOf, orderOf } from "../../host-actions/in-memory-host.ts";
import type { Job } from "../../shared/ports/host-store.ts";
import { createWorld, demoEvent, OPENED_AT, type World } from "../in-memory-world.ts";
import type { Hook } from "../watched-ports.ts";
import { parseQueueMessage } from "../parse-queue-message.ts";
import { receivePhoto } from "../photos/receive-photo.ts";
import { routeMessage } from "../route-message.ts";

const { eventId } = demoEvent;
const capped: EventRules = { ...seedRules, scoring: { faceCap: 1 } };

let world: World;
beforeEach(() => {
  world = createWorld();
});

let ids = 0;
const hostPorts = (): HostPorts => ({ ...hostPortsOf(world), newId: () => `id-${++ids}` });

async function change(rules: EventRules): Promise<Job> {
  const answer = await changeRules(hostPorts(), orderOf(eventId, "changeRules"), rules);
  if ("refused" in answer) throw new Error(answer.words);
  return answer;
}

const guestName = (n: number): string => `U${String(n).padStart(32, "0")}`;

/** Guests with a photo each, on which two smile: the first one more, the second one less. */
async function party(guests: number): Promise<void> {
  for (let n = 1; n <= guests; n += 1) {
    await receivePhoto(world.ports, world.addPhoto(String(n), [60 + (n % 30), 40], guestName(n)));
  }
  world.queued.length = 0;
  world.store.publishedStandings.length = 0;
}

/** Works the queue off, what is not delayed first, each message until it went well. */
async function workOff(work: typeof routeMessage = routeMessage): Promise<number> {
  let worked = 0;
  for (; world.queued.length > 0; worked += 1) {
    if (worked > 500) throw new Error("the queue never ends");
    world.queued.sort((a, b) => a.delaySeconds - b.delaySeconds);
    const [next] = world.queued.splice(0, 1);
    if (next === undefined) break;
    const message = parseQueueMessage(JSON.stringify(next.message));
    try {
      await work(world.ports, message);
    } catch {
      world.queued.unshift(next);
    }
  }
  return worked;
}

const job = (jobId: string): Job | undefined => world.hosts.jobs.get(jobId);
const standings = () =>
  [...world.store.guests.values()]
    .map(({ guestId, score, rankKey }) => ({ guestId, score, rankKey }))
    .toSorted((a, b) => (a.guestId < b.guestId ? -1 : 1));
const photoScores = () =>
  Object.fromEntries([...world.store.photos.values()].map(({ photoId, score }) => [photoId, score]));

describe("a recomputation", () => {
  it("brings every guest in line with the rules, page by page, and says how far it is", async () => {
    await party(60);
    const { jobId } = await change(capped);
    await workOff();
    expect(job(jobId)).toMatchObject({ state: "done", done: 60, total: 60 });
    for (const [photoId, score] of Object.entries(photoScores())) {
      expect(score).toBe(60 + (Number(photoId) % 30));
    }
    for (const { score, rankKey } of standings()) {
      expect(score).toBeLessThan(90);
      expect(rankKey).toContain(String(Math.round((score ?? 0) * 10)));
    }
    expect(world.hosts.published.map(({ done, total, state }) => [done, total, state])).toEqual([
      [0, 60, "running"],
      [25, 60, "running"],
      [50, 60, "running"],
      [60, 60, "done"],
    ]);
    expect(new Set(world.store.publishedStandings.map(({ guestId }) => guestId)).size).toBe(60);
    // Worked off too, because nothing else was left to do.
    expect(world.store.ladders.get(eventId)?.guests).toBe(60);
  });

  it.each([
    [0, 0],
    [25, 25],
    [50, 50],
  ])("of %i guests ends with %i", async (guests, done) => {
    await party(guests);
    const { jobId } = await change(capped);
    await workOff();
    expect(job(jobId)).toMatchObject({ state: "done", done, total: done });
  });

  it("counts whoever came meanwhile", async () => {
    await party(30);
    const { jobId } = await change(capped);
    const newcomers = ["-first", "~last"];
    world.hook = async (moment, call) => {
      if (moment !== "after" || call !== "hosts.publishJob") return;
      const guestId = newcomers.pop();
      if (guestId === undefined) return;
      await world.store.saveGuest({ eventId, guestId, displayName: "花子", language: "ja" }, `U${guestId}`);
    };
    await workOff();
    // Between its steps: the one behind the place that was reached is seen, the other one stands by the new rules.
    expect(world.hosts.published.map(({ done, total }) => [done, total])).toEqual([
      [0, 30],
      [25, 30],
      [31, 31],
    ]);
    expect(job(jobId)).toMatchObject({ state: "done" });
  });

  it("is undone to exactly what was", async () => {
    await party(30);
    const before = { standings: standings(), scores: photoScores() };
    await change(capped);
    await workOff();
    expect(standings()).not.toEqual(before.standings);
    await undoRules(hostPorts(), orderOf(eventId, "undoRules"));
    await workOff();
    expect({ standings: standings(), scores: photoScores() }).toEqual(before);
  });

  it("gives way to that of a later change", async () => {
    await party(60);
    const first = await change(capped);
    let second: Job | undefined;
    world.hook = async (moment, call) => {
      if (second !== undefined || moment !== "after" || call !== "hosts.publishJob") return;
      second = await change({ ...seedRules, scoring: { faceCap: 2, minFaceConfidence: 100 } });
    };
    await workOff();
    expect(job(first.jobId)).toMatchObject({ state: "superseded", done: 0 });
    expect(job(second?.jobId ?? "")).toMatchObject({ state: "done", done: 60 });
    expect(new Set(Object.values(photoScores()))).toEqual(new Set([0]));
  });

  it("whose rules never came into force does nothing", async () => {
    await party(3);
    const before = standings();
    await world.hosts.saveJob({ ...(await change(capped)), jobId: "lost" }, 0);
    world.queued.length = 0;
    await routeMessage(world.ports, { kind: "recompute", eventId, jobId: "lost", version: 1 });
    expect(job("lost")).toMatchObject({ state: "superseded" });
    expect(standings()).toEqual(before);
    expect(world.queued).toEqual([]);
  });

  it("whose row is gone does nothing", async () => {
    await routeMessage(world.ports, { kind: "recompute", eventId, jobId: "gone", version: 1 });
    expect(world.queued).toEqual([]);
  });

  it("that has ended does not begin again when its first message comes late", async () => {
    await party(3);
    const { jobId } = await change(capped);
    await workOff();
    const ended = job(jobId);
    await routeMessage(world.ports, { kind: "recompute", eventId, jobId, version: 1 });
    expect(job(jobId)).toEqual(ended);
    expect(world.queued).toEqual([]);
  });

  it("stays one when each of its messages comes twice at the same moment", async () => {
    await party(60);
    const { jobId } = await change(capped);
    const worked = await workOff(async (ports, message) => {
      await Promise.all([routeMessage(ports, message), routeMessage(ports, message)]);
    });
    expect(job(jobId)).toMatchObject({ state: "done", done: 60, total: 60, version: 5 });
    expect(worked).toBeLessThan(20);
  });
});

/** Throws once, at the n-th moment of all calls; tells whether it came to that. */
function breakOff(at: number): { readonly hook: Hook; readonly hasStruck: () => boolean } {
  let moments = -1;
  return {
    hook: () => {
      moments += 1;
      if (moments === at) throw new Error("the machine fell over");
    },
    hasStruck: () => moments >= at,
  };
}

/** What the boards heard last of each guest and photo is how they are. */
function expectTold(where: string): void {
  const { guests, photos, publishedStandings, publishedPhotos } = world.store;
  for (const { guestId, score } of guests.values()) {
    const last = publishedStandings.findLast((told) => told.guestId === guestId);
    expect([guestId, last?.score], where).toEqual([guestId, score]);
  }
  for (const { photoId, score } of photos.values()) {
    const last = publishedPhotos.findLast((told) => told.photoId === photoId);
    expect([photoId, last?.score], where).toEqual([photoId, score]);
  }
}

describe("wherever a change breaks off", () => {
  it("either nothing has changed, or everybody stands by the new rules", { timeout: 60_000 }, async () => {
    await party(3);
    const before = standings();
    await change(capped);
    await workOff();
    const after = standings();
    let outcomes = 0;
    for (let at = 0; ; at += 1) {
      world = createWorld();
      await party(3);
      const { hook, hasStruck } = breakOff(at);
      world.hook = hook;
      await change(capped).catch(() => undefined);
      await workOff();
      world.hook = undefined;
      const { rules } = (await world.hosts.rulesOf(eventId)) ?? {};
      const isNew = rules?.scoring.faceCap === 1;
      expect(standings(), `moment ${at}`).toEqual(isNew ? after : before);
      if (isNew) expectTold(`moment ${at}`);
      else expect(world.store.publishedStandings, `moment ${at}`).toEqual([]);
      for (const { state } of world.hosts.jobs.values())
        expect(state, `moment ${at}`).toBe(isNew ? "done" : "superseded");
      if (!hasStruck()) break;
      outcomes += 1;
    }
    expect(outcomes).toBeGreaterThan(50);
  });
});

describe("a photo that comes while the rules change", () => {
  /** Does something of its own once, at the n-th moment of all calls. */
  const inBetween = (at: number, work: () => Promise<void>): (() => boolean) => {
    let moments = -1;
    world.hook = async () => {
      moments += 1;
      if (moments !== at) return;
      world.hook = undefined;
      await work();
    };
    return () => world.hook === undefined;
  };
  const isRight = (at: number): void => {
    expect(photoScores(), `moment ${at}`).toMatchObject({ 1: 61, 2: 62, 101: 80 });
    const scores = standings().map(({ score }) => score);
    expect(scores.toSorted(), `moment ${at}`).toEqual([62, 80]);
  };
  const newPhoto = () => world.addPhoto("101", [80, 70], guestName(1));

  it("ends by the new rules, wherever in the recomputation it comes", { timeout: 60_000 }, async () => {
    for (let at = 0; ; at += 1) {
      world = createWorld();
      await party(2);
      const hasCome = inBetween(at, () => receivePhoto(world.ports, newPhoto()));
      await change(capped);
      await workOff();
      if (!hasCome()) return expect(at).toBeGreaterThan(40);
      isRight(at);
    }
  });

  it("ends by the new rules, wherever on its way they change", { timeout: 60_000 }, async () => {
    for (let at = 0; ; at += 1) {
      world = createWorld();
      await party(2);
      const hasCome = inBetween(at, async () => {
        await change(capped);
        await workOff();
      });
      await receivePhoto(world.ports, newPhoto());
      if (!hasCome()) return expect(at).toBeGreaterThan(20);
      await workOff();
      isRight(at);
    }
  });

  it("is asked for its time like all others", () => {
    expect(newPhoto().sentAt).toBe(OPENED_AT + 101);
  });
});
