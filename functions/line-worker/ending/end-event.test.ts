import { beforeEach, describe, expect, it } from "vitest";
import type { DeletionReport } from "#domain/deletion-report";
import {
  beginning,
  endingEntryId,
  endingJob,
  endingJobId,
  progressOf,
} from "../../shared/ending/ending-job.ts";
import { guestIdOf } from "../../shared/keyed-names.ts";
import type { QueueMessage } from "../../shared/queue-message.ts";
import { createWorld, demoEvent, untilDone, type World } from "../in-memory-world.ts";
import { receivePhoto } from "../photos/receive-photo.ts";
import { routeMessage } from "../route-message.ts";

const { eventId } = demoEvent;
const hanako = "U".padEnd(33, "a");
const ken = "U".padEnd(33, "b");
const mari = "U".padEnd(33, "c");
const otherId = "event-2";

let world: World;
let untouched = "";
const guestId = (lineUserId: string, inEvent = eventId): string =>
  guestIdOf(world.ports.guestIdKey, inEvent, lineUserId);

/** Hanako and Ken play in the event, Mari in another one; Ken plays there now, too. */
async function begin(): Promise<void> {
  world = createWorld();
  const { store, letters } = world;
  const other = { ...demoEvent, eventId: otherId, boardId: "board-2", joinCode: "H7KC4M" };
  await send("1", [90, 50]);
  await send("2", []);
  await send("3", [80], ken, "1");
  world.profile = { displayName: "万里", language: "ja" };
  store.events.set(otherId, other);
  store.joinCodes.set("H7KC4M", otherId);
  store.persons.set(mari, { lineUserId: mari, eventId: otherId, language: "ja" });
  await send("4", [70], mari);
  world.profile = { displayName: "健", language: "ja" };
  store.persons.set(ken, {
    lineUserId: ken,
    eventId: otherId,
    formerEventId: eventId,
    joinedAt: world.now,
    language: "ja",
  });
  const joined = {
    eventId: otherId,
    guestId: guestId(ken, otherId),
    displayName: "健",
    language: "ja",
  } as const;
  await store.saveGuest(joined, ken);
  letters.add("own", { kind: "settle", eventId, guestId: guestId(hanako) });
  letters.add("hers", lineEvent(hanako, "9"));
  letters.add("his", { kind: "settle", eventId: otherId, guestId: guestId(ken, otherId) });
  letters.add("theirs", lineEvent(mari, "8"));
  letters.add("his there", lineEvent(ken, "7", world.now + 1));
  world.files.set(`originals/${eventId}/${guestId(hanako)}/77.jpg`, new Uint8Array(1));
  world.files.set(`event-exports/${eventId}/1/1-1.zip`, new Uint8Array(1));
  await trail("changeGuest", guestId(hanako), { displayName: "山田花子" });
  await trail("moderatePhotos", "photos", { "1": { guestId: guestId(hanako), hostSays: "show" } });
  await trail("changeGuest", guestId(mari, otherId), { displayName: "山田万里" }, otherId);
  world.queued.length = 0;
  untouched = restOf();
  store.events.set(eventId, { ...demoEvent, state: "erasing" });
  await world.hosts.saveJob(endingJob(eventId, world.now), 0);
  const entryId = endingEntryId({ startedAt: world.now });
  const entry = { eventId, entryId, actor: "sub", actorName: "host@example.org" };
  await world.hosts.saveAudit({ ...entry, action: "endEvent", subject: eventId, isDone: false });
  world.calls.length = 0;
}
beforeEach(begin);

const lineEvent = (userId: string, id: string, timestamp = demoEvent.opensAt + 1) => ({
  kind: "line-event",
  event: { type: "message", source: { type: "user", userId }, timestamp, message: { id, type: "image" } },
});
const send = (photoId: string, happy: readonly number[], by = hanako, look?: string) =>
  receivePhoto(world.ports, world.addPhoto(photoId, happy, by, look));
async function trail(action: string, subject: string, after: unknown, of = eventId): Promise<void> {
  const entry = {
    eventId: of,
    entryId: `${of} ${world.hosts.audit.size}`,
    actor: "sub",
    actorName: "host@example.org",
  };
  await world.hosts.saveAudit({ ...entry, action, subject, after, isDone: true });
}

/** Everything of the other event. */
function restOf(): string {
  const { store, files, hosts } = world;
  const tables = [store.guests, store.photos, hosts.audit].map((table) =>
    [...table.values()].filter((row) => row.eventId === otherId),
  );
  const keys = [...files.keys()].filter((key) => !key.includes(eventId) && !key.startsWith("public/"));
  return JSON.stringify([...tables, store.persons.get(mari), keys]);
}

const order: QueueMessage = { kind: "end-event", eventId, jobId: endingJobId(eventId), version: 1 };
const job = () => world.hosts.jobs.get(endingJobId(eventId));

/** What was ordered, and what follows from it. */
async function workOff(first: QueueMessage = order): Promise<void> {
  const waiting: QueueMessage[] = [first];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const ordered = next;
    if (ordered.kind !== "ladder") await untilDone(() => routeMessage(world.ports, ordered));
    for (const { message, delaySeconds } of world.queued.splice(0)) {
      waiting.push(message);
      world.letters.now += delaySeconds;
    }
  }
}

function isGone(where = "gone"): void {
  const { store, files, hosts, letters } = world;
  const { persons, guests, photos, lineUsers, events } = store;
  expect(
    [...guests.keys()].filter((key) => key.startsWith(`${eventId}#`)),
    where,
  ).toEqual([]);
  expect(
    [...photos.keys()].filter((key) => key.startsWith(`${eventId}#`)),
    where,
  ).toEqual([]);
  expect(
    [...files.keys()].filter((key) => key.includes(eventId)),
    where,
  ).toEqual([]);
  // Of the other event's only photo.
  expect(world.stored("public/"), where).toHaveLength(2);
  const tables = JSON.stringify([persons, guests, photos, lineUsers, events].map((table) => [...table]));
  for (const trace of [hanako, "花子"]) expect(tables, where).not.toContain(trace);
  expect(persons.has(hanako), where).toBe(false);
  expect(persons.get(ken), where).toMatchObject({ eventId: otherId });
  expect(persons.get(ken), where).not.toHaveProperty("formerEventId");
  expect([...letters.resting.keys()].toSorted(), where).toEqual(["his", "his there", "theirs"]);
  const entries = [...hosts.audit.values()].filter((entry) => entry.eventId === eventId);
  expect(entries, where).toHaveLength(3);
  const told = JSON.stringify(entries);
  for (const trace of ["花子", guestId(hanako), hanako]) expect(told, where).not.toContain(trace);
  expect(
    entries.every(({ actorName }) => actorName === "host@example.org"),
    where,
  ).toBe(true);
  expect(events.get(eventId), where).toMatchObject({ state: "erased", title: demoEvent.title });
  expect(events.get(eventId)?.joinCode, where).not.toBe(demoEvent.joinCode);
  expect(job(), where).toMatchObject({ state: "done" });
  expect(world.forgotten.at(-1), where).toBe("*");
  expect(restOf(), where).toBe(untouched);
}

const report = () =>
  [...world.hosts.audit.values()].find(({ action }) => action === "endEvent")?.after as DeletionReport;

describe("K11: the deletion of an event", () => {
  it("leaves nothing of anybody, nothing else is touched, and ends in a report", async () => {
    expect(world.stored("public/").length).toBeGreaterThan(2);
    await workOff();
    isGone();
    expect(report()).toMatchObject({
      orderedAt: expect.any(Number),
      endedAt: world.now,
      rounds: 2,
      deleted: {
        guests: 2,
        photos: 3,
        originals: 4,
        copies: 6,
        archives: 0,
        exports: 1,
        letters: 2,
        entries: 2,
      },
    });
    expect(Object.values(report().remains).every((until) => until > world.now)).toBe(true);
    // One word to the caches for all pictures.
    expect(world.forgotten).toEqual(["*"]);
  });

  it("goes on from where it is, a few photos at a time, and gives what was underway a minute", async () => {
    for (let id = 100; id < 130; id += 1) await send(String(id), [10], ken, `${id}`);
    world.store.events.set(eventId, demoEvent);
    world.store.persons.set(hanako, { lineUserId: hanako, eventId, language: "ja" });
    for (let id = 200; id < 230; id += 1) await send(String(id), [10]);
    world.store.events.set(eventId, { ...demoEvent, state: "erasing" });
    world.queued.length = 0;
    await routeMessage(world.ports, order);
    const removed = () =>
      [...world.store.photos.values()].filter(
        (photo) => photo.eventId === eventId && photo.state === "removed",
      );
    const delays: number[] = [];
    for (let before = 0; world.queued.length > 0; before = removed().length) {
      const [next] = world.queued.splice(0);
      if (next === undefined) return;
      delays.push(next.delaySeconds);
      await routeMessage(world.ports, next.message);
      expect(removed().length - before).toBeLessThanOrEqual(25);
    }
    expect(delays.filter((delay) => delay === 60)).toHaveLength(1);
    expect(job()).toMatchObject({ state: "done", total: 2, done: 2 });
  });

  it("leaves nothing with any failure on the way, once that is repeated", async () => {
    await workOff();
    const { length } = world.calls;
    expect(length).toBeGreaterThan(80);
    for (const moment of ["before", "after"] as const) {
      for (let at = 0; at < length; at += 1) {
        await begin();
        let seen = -1;
        world.hook = (when) => {
          if (when === moment && ++seen === at) throw new Error("the machine fell over");
        };
        await workOff();
        world.hook = undefined;
        isGone(`${moment} ${at}`);
      }
    }
  }, 60_000);

  it("finds in the next round what came while it went on", async () => {
    let isDone = false;
    world.hook = async (moment, call) => {
      if (isDone || moment !== "after" || call !== "ending.dropGuest") return;
      isDone = true;
      // Somebody with an old sight of the event.
      const { store } = world;
      store.events.set(eventId, demoEvent);
      store.persons.set(hanako, { lineUserId: hanako, eventId, language: "ja" });
      world.hook = undefined;
      await send("50", [99]);
      store.events.set(eventId, { ...demoEvent, state: "erasing" });
    };
    await workOff();
    expect(isDone).toBe(true);
    isGone();
    expect(report().rounds).toBeGreaterThan(2);
  });

  it("takes each step once, however often it is asked for", async () => {
    await routeMessage(world.ports, order);
    await routeMessage(world.ports, order);
    await routeMessage(world.ports, { ...order, version: 0 });
    expect(job()?.version).toBe(2);
    expect(world.queued.map(({ message }) => message)).toEqual([
      { ...order, version: 2 },
      { ...order, version: 2 },
    ]);
  });

  it("does nothing to an event that is not to be deleted, nor for a job that is forgotten", async () => {
    world.store.events.set(eventId, demoEvent);
    const before = JSON.stringify([...world.store.photos]);
    await workOff();
    expect(job()).toMatchObject({ state: "superseded" });
    expect(JSON.stringify([...world.store.photos])).toBe(before);
    world.hosts.jobs.clear();
    world.store.events.set(eventId, { ...demoEvent, state: "erasing" });
    await workOff();
    expect(JSON.stringify([...world.store.photos])).toBe(before);
  });
});

describe("K10, K12: after the order", () => {
  it.each(["erasing", "erased"] as const)("takes nothing more, and joins nobody: %s", async (state) => {
    world.store.events.delete(otherId);
    world.store.events.set(eventId, { ...demoEvent, state });
    await send("60", [90]);
    expect(world.replies.at(-1)?.answer).toMatchObject({ kind: "refused", reason: "no-event" });
    expect(world.store.photos.has(`${eventId}#${guestId(hanako)}#60`)).toBe(false);
  });

  it("revives nobody by what was ordered before", async () => {
    await workOff();
    const late = { eventId, guestId: guestId(hanako) };
    const messages: readonly QueueMessage[] = [
      { kind: "erase", ...late, orderedAt: world.now },
      { kind: "settle", ...late },
      { kind: "speak", ...late },
      { kind: "withdraw", ...late, photoId: "1" },
      { kind: "recheck", ...late, photoId: "1" },
      { kind: "untold", ...late, photoId: "1" },
      { kind: "pack", ...late, archiveId: "1" },
      { kind: "line-event", event: lineEvent(hanako, "1").event },
      order,
    ];
    for (const message of messages) await workOff(message);
    isGone();
  });
});

it("begins at the beginning", () => {
  expect(progressOf({ report: beginning })).toMatchObject({ phase: "count", round: 1, found: 0 });
});
