import { beforeEach, expect, it } from "vitest";
import { DAY_MS } from "#domain/retention";
import { orderOf } from "../host-actions/in-memory-host.ts";
import { endEvent } from "../host-actions/end-event.ts";
import { createWorld, demoEvent, type World } from "../line-worker/in-memory-world.ts";
import { endingEntryId, endingJobId } from "../shared/ending/ending-job.ts";
import { InMemoryEventStore } from "../shared/in-memory-event-store.ts";
import type { EventState } from "#domain/event";
import type { HostedEvent } from "../shared/ports/event-store.ts";
import { keepEvents, type KeeperPorts } from "./keep-events.ts";

let world: World;
let events: InMemoryEventStore;
let ports: KeeperPorts;
let measured: Record<string, number>;
let hasPhotos = true;
beforeEach(async () => {
  world = createWorld();
  events = new InMemoryEventStore();
  measured = {};
  hasPhotos = true;
  ports = {
    hosts: world.hosts,
    events,
    queue: world.ports.queue,
    clock: () => world.now,
    ending: {
      eventsInState: async (state: EventState) =>
        [...events.hosted.values()].filter((event) => event.state === state),
      hasShownPhotos: async () => hasPhotos,
    },
    measure: (name, value) => void (measured[name] = value),
  };
  await hold("e");
});

async function hold(eventId: string, change: Partial<HostedEvent> = {}): Promise<void> {
  const { rules: _rules, stage: _stage, ...settings } = demoEvent;
  const screen = { hasSpotlight: true, hasCornerQr: true, hasSound: false };
  const draft = { ...settings, ...screen, eventId, theme: "wedding", contact: "", ...change };
  await events.saveEvent(draft, { expectedVersion: 0, attempt: eventId });
  const saved = events.hosted.get(eventId);
  if (saved !== undefined) events.hosted.set(eventId, { ...saved, ...change });
}
const at = (days: number): void => void (world.now = demoEvent.retentionEndsAt + days * DAY_MS);
const stateOf = (eventId = "e") => events.hosted.get(eventId)?.state;
const steps = () => world.queued.map(({ message, delaySeconds }) => [message.kind, delaySeconds]);

it("K8: deletes what is due where there is nothing to download", async () => {
  hasPhotos = false;
  at(-0.01);
  await keepEvents(ports);
  expect(stateOf()).toBe("open");
  at(0);
  await keepEvents(ports);
  expect(stateOf()).toBe("erasing");
  expect(steps()).toEqual([["end-event", 90]]);
  expect([...world.hosts.audit.values()]).toMatchObject([
    { eventId: "e", actorName: "schedule", action: "endEvent", isDone: false },
  ]);
  // The next hour changes nothing.
  await keepEvents(ports);
  expect(steps()).toHaveLength(1);
});

it("K8: waits for a download for fourteen days, and leaves a week after one", async () => {
  at(13.9);
  await keepEvents(ports);
  expect(stateOf()).toBe("open");
  at(14);
  await keepEvents(ports);
  expect(stateOf()).toBe("erasing");
  await hold("taken", { downloadedAt: demoEvent.retentionEndsAt + 2 * DAY_MS });
  at(8.9);
  await keepEvents(ports);
  expect(stateOf("taken")).toBe("open");
  at(9);
  await keepEvents(ports);
  expect(stateOf("taken")).toBe("erasing");
});

it.each(["open", "closed", "archived"] as const)("K8: whatever became of it: %s", async (state) => {
  await hold("e2", { state });
  hasPhotos = false;
  at(1);
  await keepEvents(ports);
  expect(stateOf("e2")).toBe("erasing");
});

it("K9: counts the events whose end is near and that nobody has", async () => {
  at(-15);
  await keepEvents(ports);
  expect(measured["events-near-their-end"]).toBe(0);
  at(-14);
  await hold("taken", { downloadedAt: 1 });
  await hold("drawn", { isRehearsal: true });
  await keepEvents(ports);
  expect(measured).toEqual({ "events-near-their-end": 1, "deletions-stuck": 0 });
});

it("K11: goes on with what got stuck, and says so", async () => {
  at(14);
  await keepEvents(ports);
  world.queued.length = 0;
  world.now += 44 * 60_000;
  await keepEvents(ports);
  expect(measured["deletions-stuck"]).toBe(0);
  world.now += 60_000;
  await keepEvents(ports);
  expect(measured["deletions-stuck"]).toBe(1);
  expect(world.queued).toMatchObject([
    { message: { kind: "end-event", eventId: "e", jobId: endingJobId("e"), version: 1 }, delaySeconds: 0 },
  ]);
  // Also where the job is gone: it begins anew.
  world.hosts.jobs.clear();
  await keepEvents(ports);
  expect(world.hosts.jobs.get(endingJobId("e"))).toMatchObject({ state: "running" });
});

it("keeps the others when one cannot be kept, and fails at the end", async () => {
  await hold("e2");
  at(14);
  const { saveJob } = ports.hosts;
  ports = {
    ...ports,
    hosts: {
      job: ports.hosts.job,
      saveAudit: ports.hosts.saveAudit,
      saveJob: async (job, version) => {
        if (job.eventId === "e") throw new Error("no answer");
        return saveJob(job, version);
      },
    },
  };
  await expect(keepEvents(ports)).rejects.toThrow("no answer");
  expect([stateOf(), stateOf("e2")]).toEqual(["open", "erasing"]);
  expect(measured["deletions-stuck"]).toBe(0);
});

const host = () => ({ hosts: world.hosts, events, orderQueue: ports.queue, clock: ports.clock });
const end = (title?: string, seen = 1) => endEvent(host(), orderOf("e", "endEvent"), { seen, title });

it("K10: a host ends an event by its name, once", async () => {
  expect(await end()).toMatchObject({ refused: "BadInput" });
  expect(await end("山田家")).toMatchObject({ refused: "BadInput" });
  expect(await end(demoEvent.title, 7)).toMatchObject({ refused: "Conflict" });
  expect(steps()).toEqual([]);
  expect(await end(" 山田家　披露宴 ")).toMatchObject({ state: "erasing" });
  const job = world.hosts.jobs.get(endingJobId("e"));
  expect(world.hosts.audit.get(endingEntryId({ startedAt: job?.startedAt ?? 0 }))).toMatchObject({
    actorName: "hanako@example.org",
    isDone: false,
  });
  // The boards hear that there is something new.
  expect(events.publishedStages).toHaveLength(1);
  expect(await end("anything", 99)).toMatchObject({ state: "erasing" });
  expect(world.hosts.jobs.get(endingJobId("e"))?.version).toBe(1);
});

it("K10: a rehearsal needs no name, and what is deleted is not there", async () => {
  await hold("e", {});
  const event = events.hosted.get("e");
  if (event === undefined) throw new Error("no event");
  events.hosted.set("e", { ...event, isRehearsal: true });
  expect(await end()).toMatchObject({ state: "erasing" });
  events.hosted.set("e", { ...event, state: "erased" });
  expect(await end(demoEvent.title)).toMatchObject({ refused: "NotFound" });
});

it("begins anew after an order that came to nothing", async () => {
  const { saveEvent } = events;
  events.saveEvent = async () => undefined;
  expect(await end(demoEvent.title)).toMatchObject({ refused: "Conflict" });
  events.saveEvent = saveEvent;
  expect(await end(demoEvent.title)).toMatchObject({ state: "erasing" });
  expect(world.queued).toMatchObject([{ message: { version: 2 } }]);
});
