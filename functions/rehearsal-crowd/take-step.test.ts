import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { isSignedBy } from "../shared/line-signature.ts";
import { progressOf } from "../shared/rehearsal/rehearsal-job.ts";
import { createDelivery } from "./deliver-webhook.ts";
import { createCrowdWorld, EVENT, rehearsalId } from "./in-memory-crowd.ts";
import { takeStep } from "./take-step.ts";

type World = ReturnType<typeof createCrowdWorld>;
const messageOf = (version: number) => ({
  kind: "rehearse" as const,
  eventId: EVENT,
  jobId: `rehearsal#${EVENT}`,
  version,
});
const progress = (world: World) => {
  if (world.job === undefined) throw new Error("no job");
  return progressOf(world.job);
};

/** Takes every step that was ordered, each `times` times, until none is ordered any more. */
async function playAll(world: World, times = 1): Promise<void> {
  world.steps.push({ message: messageOf(1), delaySeconds: 0 });
  for (let step = world.steps.shift(); step !== undefined; step = world.steps.shift()) {
    world.now += step.delaySeconds * 1_000;
    for (let time = 0; time < times; time += 1) await takeStep(world.ports, step.message);
    expect(world.steps.length).toBeLessThan(20);
  }
}
const photoIds = (world: World) =>
  world.taken.flatMap(({ message }) => (message?.type === "image" ? [message.id] : []));

describe("the steps of a rehearsal", () => {
  it("draw, send, wait for the reminders and report", async () => {
    const world = createCrowdWorld({ guests: 5, photos: 12, minutes: 2 });
    await playAll(world);
    expect(world.job).toMatchObject({ state: "done", done: 12 });
    const { report, sendsFrom = 0 } = progress(world);
    expect(report).toMatchObject({
      sent: { photos: 12, undelivered: 0, redelivered: 0 },
      double: 0,
      readsForReal: false,
      bytes: 12_000,
    });
    // Time stamps are whole milliseconds.
    expect(report?.latenciesMs.stored?.p50).toBeGreaterThanOrEqual(30);
    expect(report?.latenciesMs.answered?.max).toBeLessThanOrEqual(41);
    expect(world.pictures.size).toBeGreaterThan(5);
    // Nothing comes twice after the last reminder either.
    expect(report?.endedAt).toBeGreaterThanOrEqual(sendsFrom + 120_000 + 50_000 - 10_000);
    expect(world.cleared).toBe(1);
    expect(world.published).toBeGreaterThan(5);
  });

  it("send at their time, in the order of each guest, every photo once", async () => {
    const world = createCrowdWorld({ guests: 4, photos: 30, minutes: 1 });
    await playAll(world);
    expect(new Set(photoIds(world)).size).toBe(30);
    expect(photoIds(world)).toHaveLength(30);
    expect(world.taken.every(({ deliveryContext }) => !deliveryContext.isRedelivery)).toBe(true);
  });

  it("deliver again what was not taken, under the same ids", async () => {
    const world = createCrowdWorld({}, (call) => (call % 3 === 0 ? 500 : 200));
    await playAll(world);
    expect(progress(world).report?.sent).toMatchObject({ photos: 6, undelivered: 0 });
    expect(progress(world).redelivered).toBeGreaterThan(3);
    const again = world.delivered.filter(({ deliveryContext }) => deliveryContext.isRedelivery);
    for (const { webhookEventId, timestamp } of again)
      expect(
        world.delivered.filter((one) => one.webhookEventId === webhookEventId && one.timestamp === timestamp)
          .length,
      ).toBeGreaterThan(1);
  });

  it("deliver what was not taken at all once more when everything else is sent", async () => {
    const world = createCrowdWorld({}, (call) => (call < 8 ? 503 : 200));
    await playAll(world);
    expect(progress(world)).toMatchObject({ undelivered: [], rounds: 1 });
    expect(progress(world).report?.sent).toMatchObject({ photos: 6, undelivered: 0 });
    expect(world.job).toMatchObject({ done: 6 });
  });

  it("count what is never taken, and do not call it lost", async () => {
    const world = createCrowdWorld({}, () => 503);
    await playAll(world);
    const { report } = progress(world);
    expect(report?.sent).toMatchObject({ photos: 0, chats: 0 });
    expect(report?.sent.undelivered).toBeGreaterThan(6);
    expect(report).toMatchObject({ lost: 0, double: 0, stored: 0 });
  });

  it("may come twice: one of them counts", async () => {
    const world = createCrowdWorld({ guests: 5, photos: 12 });
    await playAll(world, 2);
    expect(world.job).toMatchObject({ state: "done", done: 12 });
    expect(progress(world).report).toMatchObject({ sent: { photos: 12 }, double: 0 });
    expect(new Set(photoIds(world)).size).toBe(12);
  });

  it("sent again after a crash is the same once more", async () => {
    const world = createCrowdWorld({ guests: 5, photos: 12 });
    await takeStep(world.ports, messageOf(1));
    const { saveJob } = world.ports.hosts;
    let dies = true;
    const fragile = {
      ...world.ports,
      hosts: {
        ...world.ports.hosts,
        saveJob: async (...args: Parameters<typeof saveJob>) => {
          if (dies) throw new Error("the machine died");
          return saveJob(...args);
        },
      },
    };
    await expect(takeStep(fragile, messageOf(2))).rejects.toThrow("died");
    const first = world.taken.map(({ webhookEventId }) => webhookEventId);
    dies = false;
    await takeStep(fragile, messageOf(2));
    const second = world.taken.slice(first.length).map(({ webhookEventId }) => webhookEventId);
    expect(second.toSorted()).toEqual(first.toSorted());
    expect(world.job?.version).toBe(3);
  });

  it("a step before its turn waits, one after it is over", async () => {
    const world = createCrowdWorld();
    await expect(takeStep(world.ports, messageOf(2))).rejects.toThrow("store-conflict");
    await takeStep(world.ports, messageOf(1));
    const { version } = world.job ?? {};
    await takeStep(world.ports, messageOf(1));
    expect(world.job?.version).toBe(version);
  });

  it("end when the rehearsal is wiped, and leave nothing", async () => {
    const world = createCrowdWorld();
    await takeStep(world.ports, messageOf(1));
    world.isThere = false;
    await takeStep(world.ports, messageOf(2));
    expect(world.job?.state).toBe("superseded");
    expect([world.cleared, world.delivered.length]).toEqual([1, 0]);
    await takeStep(world.ports, messageOf(3));
    expect(world.cleared).toBe(1);
  });
});

describe("H6: what is lost", () => {
  it.each<[string, (world: World) => void]>([
    ["not-kept", (world) => void world.photos.delete(photoIds(world)[0] ?? "")],
    [
      "not-through",
      (world) => {
        const [id = ""] = photoIds(world);
        const photo = world.photos.get(id);
        if (photo !== undefined) world.photos.set(id, { ...photo, step: "read" });
      },
    ],
    [
      "not-ranked-so",
      (world) => {
        for (const [id, photo] of world.photos) world.photos.set(id, { ...photo, state: "shown", score: 9 });
      },
    ],
    ["not-answered", (world) => void world.notes.splice(0, world.notes.length)],
    [
      "answered-twice",
      (world) => void world.notes.push(...world.notes.filter(({ call }) => call === "reply")),
    ],
  ])("%s is found", async (code, spoil) => {
    const world = createCrowdWorld({ guests: 2, photos: 4 });
    world.steps.push({ message: messageOf(1), delaySeconds: 0 });
    for (let step = world.steps.shift(); step !== undefined; step = world.steps.shift()) {
      world.now += step.delaySeconds * 1_000;
      if (progress(world).phase === "settling") spoil(world);
      await takeStep(world.ports, step.message);
      if (code === "answered-twice" && progress(world).phase === "settling") break;
    }
    const { report } = progress(world);
    expect(report?.findings.some((finding) => finding.startsWith(code)) ?? code === "answered-twice").toBe(
      true,
    );
  });
});

it("a webhook is signed with the channel secret over its very bytes", async () => {
  const heard: { readonly body: Buffer; readonly signature: string }[] = [];
  const server = createServer((request, response) => {
    const signature = String(request.headers["x-line-signature"]);
    void buffer(request).then((body) => {
      heard.push({ body, signature });
      response.end();
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  // A server that listens on a port has an address.
  const { port } = server.address() as AddressInfo;
  const deliver = createDelivery(`http://127.0.0.1:${port}/`, "secret");
  expect(await deliver([{ type: "follow", name: "花子" }])).toBe(200);
  const [{ body, signature } = { body: Buffer.of(), signature: "" }] = heard;
  expect(isSignedBy("secret", body, signature)).toBe(true);
  expect(isSignedBy("other", body, signature)).toBe(false);
  expect(JSON.parse(body.toString())).toMatchObject({ events: [{ type: "follow", name: "花子" }] });
  await new Promise((closed) => server.close(closed));
  expect(await deliver([])).toBe(0);
  expect(rehearsalId).not.toBe("");
});
