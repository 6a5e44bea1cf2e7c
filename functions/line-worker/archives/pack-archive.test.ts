import { buffer } from "node:stream/consumers";
import { beforeEach, describe, expect, it } from "vitest";
import { orderMyArchive, showMyArchive } from "../../guest-actions/my-archive.ts";
import { archiveKey } from "../../shared/archive/archive-job.ts";
import { readZip } from "../../shared/archive/read-zip.ts";
import { createWorld, demoEvent, untilDone, type World } from "../in-memory-world.ts";
import { packArchive } from "./pack-archive.ts";
import { receivePhoto } from "../photos/receive-photo.ts";
import { routeMessage } from "../route-message.ts";
import { unsendPhoto } from "../photos/withdraw-photo.ts";

const { eventId } = demoEvent;
const ken = "U".padEnd(33, "b");

let world: World;
const begin = async (): Promise<void> => {
  world = createWorld();
  await receivePhoto(world.ports, world.addPhoto("1001", [90, 52.6]));
  await receivePhoto(world.ports, world.addPhoto("1002", []));
  await receivePhoto(world.ports, world.addPhoto("1003", [80], ken));
  await receivePhoto(world.ports, world.addPhoto("1004", [70], undefined, "1003"));
  world.queued.length = 0;
  world.calls.length = 0;
};
beforeEach(begin);

const guestOf = (photoId: string) => {
  const photo = [...world.store.photos.values()].find((one) => one.photoId === photoId);
  return { eventId, guestId: photo?.guestId ?? "nobody" };
};
const me = () => guestOf("1001");
const ports = () => ({
  store: world.ports.store,
  jobs: world.ports.hosts,
  packQueue: world.ports.queue,
  archives: { addressOf: (key: string, name: string) => `https://bucket/${key}#${name}` },
  clock: world.ports.clock,
});
const order = () => orderMyArchive(ports(), me());
const look = (archiveId: string, guest = me()) => showMyArchive(ports(), guest, archiveId);
const ordered = () =>
  world.queued.splice(0).flatMap(({ message }) => (message.kind === "pack" ? [message] : []));
async function workOff(): Promise<void> {
  for (const message of ordered()) await untilDone(() => routeMessage(world.ports, message));
}
const withdraw = (photoId: string) =>
  untilDone(() => unsendPhoto(world.ports, { ...world.addPhoto(photoId, []), kind: "unsend" }));
const exports = () => world.stored("exports/");
const unpacked = (archiveId: string) => {
  const zip = world.files.get(archiveKey(me(), archiveId));
  if (zip === undefined) throw new Error("no archive");
  return readZip(Buffer.from(zip));
};
const myData = (archiveId: string): string =>
  unpacked(archiveId)
    .find(({ name }) => name === "my-data.json")
    ?.bytes.toString() ?? "";

describe("P10: all own photos as one archive", () => {
  it("hold the originals byte for byte, under the time in the hall and the points", async () => {
    const { archiveId, state } = await order();
    expect(state).toBe("running");
    await workOff();
    const files = unpacked(archiveId);
    expect(files.map(({ name }) => name)).toEqual([
      "2027-01-15 17-00-01 142.6pt.jpg",
      "2027-01-15 17-00-01.jpg",
      "2027-01-15 17-00-01 70.0pt.jpg",
      "my-data.json",
    ]);
    for (const [index, photoId] of ["1001", "1002", "1004"].entries()) {
      const { guestId } = me();
      const original = world.files.get(`originals/${eventId}/${guestId}/${photoId}.jpg`);
      expect(original?.length, photoId).toBeGreaterThan(100);
      expect(files[index]?.bytes.equals(original ?? new Uint8Array()), photoId).toBe(true);
    }
  });

  it("are told when they are ready: how many, how large, until when, and where", async () => {
    const { archiveId } = await order();
    expect(await look(archiveId)).toMatchObject({
      state: "running",
      url: null,
      bytes: null,
      expiresAt: null,
    });
    await workOff();
    const [key = ""] = exports();
    expect(await look(archiveId)).toEqual({
      archiveId,
      state: "ready",
      done: 3,
      total: 3,
      url: `https://bucket/${key}#山田家 披露宴 2027-01-15.zip`,
      bytes: world.files.get(key)?.length,
      expiresAt: world.now + 86_400_000,
    });
    world.now += 86_400_000;
    expect(await look(archiveId)).toBeNull();
  });

  it("come with everything that is kept about the guest, and nothing about anybody else", async () => {
    const { archiveId } = await order();
    await withdraw("1002");
    world.queued.push({
      message: { kind: "pack", ...me(), archiveId: (await order()).archiveId },
      delaySeconds: 0,
    });
    const { archiveId: second } = await order();
    expect(second).not.toBe(archiveId);
    await workOff();
    const text = myData(second);
    const data = JSON.parse(text) as { guest: object; photos: object[] };
    expect(data.guest).toMatchObject({ name: "花子", language: "ja", isOnScreen: true, score: 142.6 });
    expect(data.photos).toMatchObject([
      {
        photoId: "1001",
        file: "2027-01-15 17-00-01 142.6pt.jpg",
        state: "shown",
        score: 142.6,
        faces: [{}, {}],
      },
      { photoId: "1002", state: "removed", reason: "withdrawn" },
      { photoId: "1004", state: "hidden", reason: "duplicate", repeats: "a photo of somebody else" },
    ]);
    expect(data.photos[1]).not.toHaveProperty("file");
    for (const secret of [
      "1003",
      guestOf("1003").guestId,
      me().guestId,
      eventId,
      "U".padEnd(33, "a"),
      ken,
      "public",
    ])
      expect(text, secret).not.toContain(secret);
  });

  it("tell of a host's word that it was said, not by whom", async () => {
    const [key, photo] = [...world.store.photos].find(([, { photoId }]) => photoId === "1001") ?? [];
    if (key === undefined || photo === undefined) throw new Error("no photo");
    const decision = {
      says: "show",
      by: "Taro Yamada",
      at: 1_800_000_005_000,
      entryId: "entry-1",
      count: 1,
    } as const;
    world.store.photos.set(key, { ...photo, decision });
    const { archiveId } = await order();
    await workOff();
    expect(myData(archiveId)).toContain('"says": "show"');
    expect(myData(archiveId)).not.toMatch(/Taro|entry-1/);
  });
});

describe("P10: one at a time", () => {
  it("whoever asks again while one is made gets that one", async () => {
    const [one, other] = [await order(), await order()];
    expect(other.archiveId).toBe(one.archiveId);
    expect(ordered()).toHaveLength(1);
  });

  it("of two orders at the same moment one is made", async () => {
    const both = await Promise.all([order(), order()]);
    expect(new Set(both.map(({ archiveId }) => archiveId)).size).toBe(1);
    expect(ordered()).toHaveLength(1);
  });

  it("a new one takes the former one away", async () => {
    const { archiveId } = await order();
    await workOff();
    const { archiveId: second } = await order();
    expect(second).not.toBe(archiveId);
    await workOff();
    expect(exports()).toEqual([archiveKey(me(), second)]);
    expect(await look(archiveId)).toBeNull();
    expect(await look(second)).toMatchObject({ state: "ready" });
  });

  it("one that nobody works on any more has failed, and another may be ordered", async () => {
    const { archiveId } = await order();
    const [lost] = ordered();
    world.now += 91_000;
    expect(await look(archiveId)).toMatchObject({ state: "failed", url: null });
    const { archiveId: second, state } = await order();
    expect([second === archiveId, state]).toEqual([false, "running"]);
    await workOff();
    // What was lost comes after all: it makes nothing, and spoils nothing.
    if (lost !== undefined) await routeMessage(world.ports, lost);
    expect(exports()).toEqual([archiveKey(me(), second)]);
    expect(await look(second)).toMatchObject({ state: "ready" });
  });

  it("is the guest's own: nobody else sees it", async () => {
    const { archiveId } = await order();
    await workOff();
    expect(await look(archiveId, guestOf("1003"))).toBeNull();
    expect(await look("1")).toBeNull();
  });
});

describe("P10: whatever happens meanwhile", () => {
  it("is made once the message went well, whichever call fails before", async () => {
    await order();
    await workOff();
    const { length } = world.calls;
    expect(length).toBeGreaterThan(10);
    for (const moment of ["before", "after"] as const) {
      for (let at = 0; at < length; at += 1) {
        await begin();
        const { archiveId } = await order();
        let seen = -1;
        world.hook = (when) => {
          if (when === moment && ++seen === at) throw new Error("the machine fell over");
        };
        await workOff();
        world.hook = undefined;
        expect(await look(archiveId), `${moment} ${at}`).toMatchObject({ state: "ready", done: 3, total: 3 });
        expect(unpacked(archiveId)).toHaveLength(4);
      }
    }
  });

  it("a second worker takes the job over, and the first one keeps its hands off", async () => {
    const { archiveId } = await order();
    const [message] = ordered();
    if (message === undefined) throw new Error("nothing was ordered");
    let isCrossed = false;
    world.hook = async (when, call) => {
      if (isCrossed || when !== "after" || call !== "archives.stored") return;
      isCrossed = true;
      await routeMessage(world.ports, message);
    };
    await routeMessage(world.ports, message);
    expect(isCrossed).toBe(true);
    expect(await look(archiveId)).toMatchObject({ state: "ready", done: 3 });
    expect(unpacked(archiveId)).toHaveLength(4);
  });

  it("a photo that is withdrawn is in no archive, wherever the two cross", async () => {
    for (let at = 0; ; at += 1) {
      await begin();
      const { archiveId } = await order();
      let moments = -1;
      world.hook = async () => {
        if (++moments !== at) return;
        world.hook = undefined;
        await withdraw("1001");
      };
      await workOff();
      const isOver = world.hook !== undefined;
      world.hook = undefined;
      if (isOver) return expect(at).toBeGreaterThan(20);
      expect(exports(), `moment ${at}`).toEqual(
        (await look(archiveId)) === null ? [] : [archiveKey(me(), archiveId)],
      );
      if (exports().length > 0)
        expect(
          unpacked(archiveId)
            .map(({ name }) => name)
            .join(),
          `moment ${at}`,
        ).not.toContain("142.6pt");
    }
  });

  it("and one that was withdrawn when all was ready takes the archive with it", async () => {
    const { archiveId } = await order();
    await workOff();
    expect(exports()).toHaveLength(1);
    await withdraw("1001");
    expect(exports()).toEqual([]);
    expect(await look(archiveId)).toBeNull();
    const { archiveId: second } = await order();
    await workOff();
    expect(unpacked(second)).toHaveLength(3);
  });

  it("P8: what its guest has deleted is not in it, even while that may be taken back", async () => {
    const [key, photo] = [...world.store.photos].find(([, { photoId }]) => photoId === "1001") ?? [];
    if (key === undefined || photo === undefined) throw new Error("no photo");
    world.store.photos.set(key, { ...photo, leavesAt: world.now + 15_000 });
    const { archiveId } = await order();
    await workOff();
    expect(unpacked(archiveId).map(({ name }) => name)).toEqual([
      "2027-01-15 17-00-01.jpg",
      "2027-01-15 17-00-01 70.0pt.jpg",
      "my-data.json",
    ]);
  });

  it("what still runs of a broken attempt leaves the job alone", async () => {
    const { archiveId } = await order();
    const [message] = ordered();
    if (message === undefined) throw new Error("nothing was ordered");
    let rest: Promise<unknown> = Promise.resolve();
    const putArchive = async (_key: string, zip: AsyncIterable<Uint8Array>): Promise<number> => {
      rest = buffer(zip).catch(() => "ended");
      throw new Error("the connection broke off");
    };
    const { archives } = world.ports;
    const broken = { ...world.ports, archives: { ...archives, putArchive } };
    await expect(packArchive(broken, message)).rejects.toThrow("broke off");
    expect(await rest).toBe("ended");
    expect(await look(archiveId)).toMatchObject({ state: "running", done: 0, total: null });
  });

  it("tells once a second how far it is", async () => {
    const { archiveId } = await order();
    const told: unknown[] = [];
    world.hook = async (when, call) => {
      if (when === "after" && call === "archives.stored") world.now += 1_001;
      if (when === "after" && call === "hosts.saveJob") told.push((await look(archiveId))?.done);
    };
    await workOff();
    expect(told).toEqual([0, 1, 2, 3, 3, 3]);
  });
});
