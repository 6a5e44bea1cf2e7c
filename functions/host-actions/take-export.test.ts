import { beforeEach, describe, expect, it } from "vitest";
import { createExport } from "../../tests/fixtures/export-world.ts";
import { demoEvent } from "../line-worker/in-memory-world.ts";
import { receivePhoto } from "../line-worker/photos/receive-photo.ts";

const { eventId } = demoEvent;
const DAY_MS = 86_400_000;

let one: ReturnType<typeof createExport>;
beforeEach(async () => {
  one = createExport();
  const { world } = one;
  for (const photoId of ["1001", "1002", "1003", "2001"])
    await receivePhoto(world.ports, world.addPhoto(photoId, [90]));
  world.now += 10_000;
});

const downloadedAt = () => one.events.hosted.get(eventId)?.downloadedAt;
const trail = () => [...one.world.hosts.audit.values()].map(({ action, isDone }) => `${action} ${isDone}`);

describe("X1: ordering", () => {
  it("while one is made, that one; with other pictures not before its end", async () => {
    const first = await one.order();
    one.world.now += 1_000;
    expect(await one.order()).toEqual(first);
    expect(one.world.queuedExports).toHaveLength(1);
    expect(await one.order("display")).toMatchObject({ refused: "Conflict" });
    expect(await one.order("thumbnails")).toMatchObject({ refused: "BadInput" });
    expect(trail()).toEqual(["orderExport true"]);
  });

  it("calls somebody again only after 90 silent seconds", async () => {
    await one.order();
    one.world.now += 89_000;
    await one.order();
    expect(one.world.queuedExports).toHaveLength(1);
    one.world.now += 2_000;
    await one.order();
    expect(one.world.queuedExports).toHaveLength(2);
    await one.work();
    expect((await one.found())?.report.parts.map(({ attempts }) => attempts)).toEqual([1, 1]);
  });

  it("a new one takes the files of the former ones away", async () => {
    await one.order();
    await one.work();
    const former = one.files();
    await one.order("display");
    await one.cancel();
    await one.order();
    await one.work();
    expect(one.files()).toHaveLength(former.length);
    expect(one.files().some((key) => former.includes(key))).toBe(false);
  });

  it("there is none of an event that is being deleted, or was", async () => {
    for (const state of ["erasing", "erased"] as const) {
      const event = one.events.hosted.get(eventId);
      if (event !== undefined) one.events.hosted.set(eventId, { ...event, state });
      expect(await one.order()).toMatchObject({ refused: "NotFound" });
    }
  });
});

describe("X1: fetching", () => {
  it("gives each part its name, as soon as it is ready, for seven days", async () => {
    await one.order();
    expect(await one.take(1)).toMatchObject({ refused: "NotFound" });
    await one.work();
    const { job } = (await one.found()) ?? {};
    expect(await one.take(2)).toEqual({
      url: `https://bucket/event-exports/${eventId}/${job?.startedAt}/2-1.zip#山田家 披露宴 2027-01-15 2-2.zip`,
      fileName: "山田家 披露宴 2027-01-15 2-2.zip",
    });
    for (const part of [0, 3]) expect(await one.take(part)).toMatchObject({ refused: "NotFound" });
    expect(await one.take(1, "1")).toMatchObject({ refused: "NotFound" });
    expect(trail()).toEqual(["orderExport true", "takeExport true"]);
    one.world.now += 7 * DAY_MS;
    expect(await one.take(2)).toMatchObject({ refused: "NotFound" });
  });

  it("one that was stopped has no parts any more", async () => {
    await one.order();
    await one.work();
    await one.cancel();
    expect(await one.take(1)).toMatchObject({ refused: "NotFound" });
    expect(await one.cancel()).toMatchObject({ refused: "NotFound" });
  });
});

describe("X7: an event has been taken away", () => {
  const close = () => {
    const event = one.events.hosted.get(eventId);
    if (event !== undefined) one.events.hosted.set(eventId, { ...event, state: "closed" });
  };

  it("when every part of an export since its end was fetched", async () => {
    close();
    await one.order();
    await one.work();
    await one.take(1);
    await one.take(1);
    expect(downloadedAt()).toBeUndefined();
    await one.take(2);
    expect(downloadedAt()).toBe(one.world.now);
  });

  it("not by one that was ordered while photos still came, also when it is fetched later", async () => {
    await one.order();
    await one.work();
    close();
    for (const part of [1, 2]) await one.take(part);
    expect(downloadedAt()).toBeUndefined();
  });

  it("also when nobody closed it and its time was over", async () => {
    one.world.now = demoEvent.closesAt;
    await one.order();
    await one.work();
    for (const part of [1, 2]) await one.take(part);
    expect(downloadedAt()).toBe(demoEvent.closesAt);
  });
});
