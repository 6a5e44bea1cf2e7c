import { buffer } from "node:stream/consumers";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { changeGuest } from "../host-actions/change-guest.ts";
import { orderOf } from "../host-actions/in-memory-host.ts";
import { moderatePhotos } from "../host-actions/moderate-photos.ts";
import { demoEvent, untilDone } from "../line-worker/in-memory-world.ts";
import { receivePhoto } from "../line-worker/photos/receive-photo.ts";
import { unsendPhoto } from "../line-worker/photos/withdraw-photo.ts";
import { routeMessage } from "../line-worker/route-message.ts";
import { carryOn } from "./carry-on.ts";
import { createExport } from "../../tests/fixtures/export-world.ts";

const { eventId } = demoEvent;
const [hanako, ken] = ["U".padEnd(33, "a"), "U".padEnd(33, "b")];
const message = async () => {
  const { job } = (await it_.found()) ?? {};
  return { kind: "export", eventId, exportId: String(job?.startedAt) } as const;
};

let it_: ReturnType<typeof createExport>;

/** Three seconds of the evening: three photos, two, and two. */
async function begin(mostPartBytes?: number): Promise<void> {
  it_ = createExport(mostPartBytes);
  const { world } = it_;
  await receivePhoto(world.ports, world.addPhoto("1001", [90, 52.6], hanako));
  await receivePhoto(world.ports, world.addPhoto("1002", [], hanako));
  await receivePhoto(world.ports, world.addPhoto("1003", [80], ken));
  world.profile = { displayName: "=Ken/\u202E", language: "en" };
  await receivePhoto(world.ports, world.addPhoto("2001", [70], hanako));
  await receivePhoto(world.ports, world.addPhoto("2002", [70], ken, "2001"));
  await receivePhoto(world.ports, world.addPhoto("3001", [60], ken));
  await receivePhoto(world.ports, world.addPhoto("3002", [50], hanako));
  world.now += 10_000;
  world.queued.length = 0;
  world.calls.length = 0;
}
beforeEach(() => begin());

const rowOf = (photoId: string) => {
  const found = [...it_.world.store.photos.entries()].find(([, photo]) => photo.photoId === photoId);
  if (found === undefined) throw new Error(`no photo ${photoId}`);
  return found;
};
const guestOf = (photoId: string): string => rowOf(photoId)[1].guestId;
const withdraw = (photoId: string, by = hanako) =>
  untilDone(() => unsendPhoto(it_.world.ports, { ...it_.world.addPhoto(photoId, [], by), kind: "unsend" }));
const names = async () => (await it_.unpacked()).map((part) => part.map(({ name }) => name));
const textOf = async (name: string): Promise<string> =>
  (await it_.unpacked())
    .flat()
    .find((file) => file.name === name)
    ?.bytes.toString() ?? "";
const everything = async () =>
  JSON.parse(await textOf("everything.json")) as {
    event: object;
    guests: object[];
    photos: { photoId: string }[];
    audit: { action: string; subject: string; before?: object; after?: object }[];
  };

describe("X1: a whole event, in parts", () => {
  it("holds every photo byte for byte, cut between seconds, the tables in the last part", async () => {
    await it_.order();
    await it_.work();
    expect(await names()).toEqual([
      [
        "写真/2027-01-15 17-00-01 花子 142.6pt.jpg",
        "非表示/2027-01-15 17-00-01 花子.jpg",
        "写真/2027-01-15 17-00-01 花子 80.0pt.jpg",
      ],
      ["写真/2027-01-15 17-00-02 花子 70.0pt.jpg", "非表示/2027-01-15 17-00-02 花子 70.0pt.jpg"],
      [
        "写真/2027-01-15 17-00-03 花子 60.0pt.jpg",
        "写真/2027-01-15 17-00-03 花子 50.0pt.jpg",
        "photos.csv",
        "guests.csv",
        "everything.json",
      ],
    ]);
    const packed = (await it_.unpacked()).flat().filter(({ name }) => name.endsWith(".jpg"));
    for (const [index, photoId] of ["1001", "1002", "1003", "2001", "2002", "3001", "3002"].entries()) {
      const original = it_.world.files.get(`originals/${eventId}/${guestOf(photoId)}/${photoId}.jpg`);
      expect(packed[index]?.bytes.equals(original ?? new Uint8Array()), photoId).toBe(true);
    }
    expect(packed[0]?.writtenAt).toBe("2027-01-15T17:00:00");
  });

  it("tells how far it is, and each part as it is ready", async () => {
    await it_.order();
    const told: unknown[] = [];
    it_.world.hook = async (when, call) => {
      if (when === "after" && call === "archives.stored") it_.world.now += 1_001;
      if (when !== "after" || call !== "hosts.publishJob") return;
      const { job, report } = (await it_.found()) ?? {};
      told.push([job?.done, job?.total, report?.parts.filter(({ isDone }) => isDone).length, job?.state]);
    };
    await it_.work();
    expect(told[0]).toEqual([0, 7, 0, "running"]);
    expect(told.at(-1)).toEqual([7, 7, 3, "done"]);
    const done = told.map((one) => (one as number[])[0]);
    expect(done).toEqual([0, 1, 3, 4, 5, 6, 7, 7]);
    const bytes = it_
      .files()
      .filter((key) => key.endsWith(".zip"))
      .map((key) => it_.world.files.get(key)?.length ?? 0);
    expect((await it_.found())?.job.bytes).toBe(bytes.reduce((all, one) => all + one, 0));
  });

  it("takes the screen copies where that is wished; without one the tables alone tell of a photo", async () => {
    const [key, photo] = rowOf("1002");
    const { width: _width, height: _height, ...unread } = photo;
    it_.world.store.photos.set(key, { ...unread, reason: "unreadable" });
    await it_.order("display");
    await it_.work();
    const [first = []] = await it_.unpacked();
    expect(first).toHaveLength(2);
    const copy = it_.world.files.get(`copies/${eventId}/${guestOf("1001")}/1001.jpg`);
    expect(first[0]?.bytes.equals(copy ?? new Uint8Array())).toBe(true);
    expect((await everything()).photos.map(({ photoId }) => photoId)).toContain("1002");
    expect(await textOf("photos.csv")).toMatch(
      /\r\n,1,2027-01-15 17:00:01,花子,非表示,画像を読み込めませんでした。/,
    );
  });

  it("is made of an event without a photo, too: its tables", async () => {
    it_.world.store.photos.clear();
    await it_.order();
    await it_.work();
    expect(await names()).toEqual([["photos.csv", "guests.csv", "everything.json"]]);
    expect((await everything()).photos).toEqual([]);
  });
});

describe("X4, X6: what the tables tell", () => {
  it("every photo and every guest, in the event's language; nothing a formula, nobody's LINE id, no key", async () => {
    const [key, guest] =
      [...it_.world.store.guests].find(([, { guestId }]) => guestId === guestOf("1003")) ?? [];
    if (key === undefined || guest === undefined) throw new Error("no guest");
    it_.world.store.guests.set(key, { ...guest, displayName: "=SUM(A1)", reading: "けん" });
    await it_.order();
    await it_.work();
    const photos = await textOf("photos.csv");
    expect(photos.startsWith("\uFEFFファイル,何個目のZIP,送信日時,")).toBe(true);
    expect(photos.split("\r\n")).toHaveLength(9);
    expect(photos).toContain(
      `写真/2027-01-15 17-00-01 花子 142.6pt.jpg,1,2027-01-15 17:00:01,花子,表示中,,142.6,2,71.3,,,,#1001,${guestOf("1001")}`,
    );
    expect(await textOf("guests.csv")).toContain(`2,'=SUM(A1),けん,80,3,`);
    expect((await textOf("guests.csv")).split("\r\n")[1]).toMatch(/^1,花子,,142.6,4,ja,,,,/);
    const all = (await it_.unpacked())
      .flat()
      .map(({ name, bytes }) => (name.endsWith(".jpg") ? name : bytes.toString()))
      .join();
    for (const secret of [hanako, ken, demoEvent.boardId, demoEvent.joinCode, "originals/", "public/"])
      expect(all, secret).not.toContain(secret);
  });

  it("the trail, by the hosts' names", async () => {
    const { host } = it_;
    await moderatePhotos(host, orderOf(eventId, "moderatePhotos"), "hide", [
      { guestId: guestOf("1001"), photoId: "1001", seen: 0 },
    ]);
    await it_.order();
    await it_.work();
    const { audit, photos } = await everything();
    expect(audit.map(({ action }) => action)).toEqual(["orderExport", "moderatePhotos"]);
    expect(photos.find(({ photoId }) => photoId === "1001")).toMatchObject({
      hostsDecided: [{ says: "hide", by: "hanako@example.org" }],
    });
  });
});

describe("X3: what was taken back", () => {
  const isNowhere = async (photoId: string): Promise<void> => {
    const { photos, audit } = await everything();
    expect(photos.map((photo) => photo.photoId)).not.toContain(photoId);
    expect(JSON.stringify(audit)).not.toContain(photoId);
    expect(await textOf("photos.csv")).not.toContain(photoId);
  };

  it("is in no part, wherever the two cross", async () => {
    for (let at = 0; ; at += 1) {
      await begin();
      const { world, host } = it_;
      await moderatePhotos(host, orderOf(eventId, "moderatePhotos"), "hide", [
        { guestId: guestOf("1001"), photoId: "1001", seen: 0 },
        { guestId: guestOf("3001"), photoId: "3001", seen: 0 },
      ]);
      await it_.order();
      let moments = -1;
      world.hook = async () => {
        if (++moments !== at) return;
        world.hook = undefined;
        await withdraw("1001");
      };
      await it_.work();
      const isOver = world.hook !== undefined;
      world.hook = undefined;
      if (isOver) return expect(at).toBeGreaterThan(40);
      expect((await it_.found())?.job, `moment ${at}`).toMatchObject({ state: "done", done: 6, total: 6 });
      expect((await names()).flat().join(), `moment ${at}`).not.toContain("142.6pt");
      await isNowhere("1001");
      // Nothing is left of what was made before: a part and its rows each.
      expect(it_.files(), `moment ${at}`).toHaveLength(6);
      const trail = (await everything()).audit.find(({ action }) => action === "moderatePhotos");
      expect(trail, `moment ${at}`).toMatchObject({ subject: "3001" });
    }
  }, 60_000);

  it("takes the finished parts with it that tell of it, the others stay; they are made again by themselves", async () => {
    await it_.order();
    await it_.work();
    const before = it_.files();
    await withdraw("2001");
    const during = await it_.found();
    expect(during?.job).toMatchObject({ state: "running", done: 3, total: 6 });
    expect(it_.files()).toEqual(before.filter((key) => key.includes("/1-1.")));
    await it_.work();
    expect((await it_.found())?.report.parts).toMatchObject([
      { attempts: 1, isDone: true, photos: 3, withdrawn: 0 },
      { attempts: 2, isDone: true, photos: 1, withdrawn: 1 },
      { attempts: 2, isDone: true, photos: 2, withdrawn: 0 },
    ]);
    await isNowhere("2001");
  });

  it("is gone although whoever takes it back breaks off at any call", async () => {
    for (const moment of ["before", "after"] as const) {
      for (let at = 0; ; at += 1) {
        await begin();
        await it_.order();
        await it_.work();
        let seen = -1;
        it_.world.hook = (when) => {
          if (when === moment && ++seen === at) throw new Error("the machine fell over");
        };
        await withdraw("1001");
        const isOver = seen < at;
        it_.world.hook = undefined;
        if (isOver) break;
        expect((await it_.found())?.job.state, `${moment} ${at}`).toBe("running");
        await it_.work();
        expect((await names()).flat().join(), `${moment} ${at}`).not.toContain("142.6pt");
        expect(it_.files(), `${moment} ${at}`).toHaveLength(6);
        await isNowhere("1001");
      }
    }
  }, 60_000);

  it("P8: is not in it while that may still be undone", async () => {
    const [key, photo] = rowOf("1001");
    it_.world.store.photos.set(key, { ...photo, leavesAt: it_.world.now + 15_000 });
    await it_.order();
    await it_.work();
    expect((await names()).flat().join()).not.toContain("142.6pt");
    await isNowhere("1001");
  });

  it("a list that is behind brings nothing back", async () => {
    const behind = await it_.world.store.photosOfEvent(eventId, undefined);
    await withdraw("1001");
    await withdraw("1002");
    const [key, photo] = rowOf("1003");
    const { photosOfEvent, ...store } = it_.ports.store;
    await it_.order();
    const ports = {
      ...it_.ports,
      store: {
        ...store,
        photo: it_.ports.store.photo,
        guest: it_.ports.store.guest,
        photosOfEvent: async (...[of, token, term]: Parameters<typeof photosOfEvent>) => {
          const page = await photosOfEvent(of, token, term);
          const isFirst = token === undefined && (term?.from ?? 0) === 0;
          return isFirst ? { ...page, photos: [...behind.photos.slice(0, 2), ...page.photos] } : page;
        },
      },
    };
    while (it_.world.queuedExports.length > 0)
      for (const each of it_.world.queuedExports.splice(0)) await carryOn(ports, each.message);
    expect((await names())[0]).toEqual(["写真/2027-01-15 17-00-01 花子 80.0pt.jpg"]);
    expect([key, photo.photoId]).toContain("1003");
    await isNowhere("1001");
    await isNowhere("1002");
  });

  it("K6: nor is who has left, in names, tables or trail", async () => {
    const { host } = it_;
    const guestId = guestOf("1003");
    await changeGuest(host, orderOf(eventId, "changeGuest"), {
      guestId,
      seen: 0,
      change: { displayName: "ケンさん" },
    });
    await it_.order();
    await it_.work();
    expect(await textOf("everything.json")).toContain("ケンさん");
    const erase = { kind: "erase", eventId, guestId, orderedAt: it_.world.now } as const;
    it_.world.queued.push({ message: erase, delaySeconds: 0 });
    while (it_.world.queued.length > 0)
      for (const { message: next } of it_.world.queued.splice(0))
        if (next.kind === "erase") await routeMessage(it_.world.ports, next);
    await it_.work();
    expect((await it_.found())?.job).toMatchObject({ state: "done", done: 4 });
    for (const name of ["photos.csv", "guests.csv", "everything.json"]) {
      expect(await textOf(name), name).not.toContain(guestId);
      expect(await textOf(name), name).not.toContain("ケンさん");
    }
  });
});

describe("X5: whatever happens meanwhile", () => {
  it("is made once the message went well, whichever call fails before", async () => {
    await it_.order();
    it_.world.calls.length = 0;
    await it_.work();
    const { length } = it_.world.calls;
    expect(length).toBeGreaterThan(40);
    for (const moment of ["before", "after"] as const) {
      for (let at = 0; at < length; at += 1) {
        await begin();
        await it_.order();
        let seen = -1;
        it_.world.hook = (when) => {
          if (when === moment && ++seen === at) throw new Error("the machine fell over");
        };
        await it_.work();
        it_.world.hook = undefined;
        expect((await it_.found())?.job, `${moment} ${at}`).toMatchObject({
          state: "done",
          done: 7,
          total: 7,
        });
        expect((await it_.unpacked()).flat(), `${moment} ${at}`).toHaveLength(10);
        expect(it_.files(), `${moment} ${at}`).toHaveLength(6);
      }
    }
  }, 60_000);

  it("goes on where a machine died without a word: finished parts stay", async () => {
    await it_.order();
    const { world } = it_;
    let originals = 0;
    const died = new Promise<void>(() => {});
    world.hook = async (when, call) => {
      // The fourth picture never comes: the machine is gone.
      if (when === "before" && call === "archives.stored" && ++originals === 4) await died;
    };
    const steps = world.queuedExports.splice(0);
    await untilDone(() => carryOn(it_.ports, steps[0]?.message ?? fail()));
    await untilDone(() => carryOn(it_.ports, world.queuedExports.shift()?.message ?? fail()));
    const dead = carryOn(it_.ports, world.queuedExports.shift()?.message ?? fail());
    void dead;
    await vi.waitFor(() => expect(originals).toBeGreaterThanOrEqual(4));
    world.hook = undefined;
    const first = world.files.get(it_.files().find((key) => key.endsWith("1-1.zip")) ?? "");
    expect((await it_.found())?.report).toMatchObject({ atWork: 1 });
    // Somebody comes while it may still live: looks again later. Then its silence has lasted long enough.
    await carryOn(it_.ports, await message());
    expect(world.queuedExports).toHaveLength(1);
    world.now += 91_000;
    await it_.order();
    await it_.work();
    expect((await it_.found())?.job).toMatchObject({ state: "done", done: 7 });
    expect((await it_.found())?.report.parts.map(({ attempts }) => attempts)).toEqual([1, 2, 1]);
    expect(world.files.get(it_.files().find((key) => key.endsWith("1-1.zip")) ?? "")).toBe(first);
    expect((await it_.unpacked()).flat()).toHaveLength(10);
  });

  it("of two who make the same part one counts, and the other one leaves nothing", async () => {
    await it_.order();
    const { world } = it_;
    let isCrossed = false;
    world.hook = async (when, call) => {
      if (isCrossed || when !== "after" || call !== "archives.stored") return;
      isCrossed = true;
      world.now += 91_000;
      await carryOn(it_.ports, await message());
    };
    await it_.work();
    expect(isCrossed).toBe(true);
    expect((await it_.found())?.job).toMatchObject({ state: "done", done: 7 });
    expect(it_.files()).toHaveLength(6);
    expect((await it_.unpacked()).flat()).toHaveLength(10);
  });

  it("what still runs of a broken attempt moves nothing", async () => {
    await it_.order();
    await carryOn(it_.ports, it_.world.queuedExports.shift()?.message ?? fail());
    let rest: Promise<unknown> = Promise.resolve();
    const putArchive = async (_key: string, zip: AsyncIterable<Uint8Array>): Promise<number> => {
      rest = buffer(zip).catch(() => "ended");
      throw new Error("the connection broke off");
    };
    const broken = { ...it_.ports, archives: { ...it_.ports.archives, putArchive } };
    await expect(carryOn(broken, await message())).rejects.toThrow("broke off");
    expect(await rest).toBe("ended");
    expect((await it_.found())?.report).toMatchObject({ failures: 1, parts: [{ isDone: false }, {}, {}] });
    expect((await it_.found())?.report).not.toHaveProperty("atWork");
    await it_.work();
    expect((await it_.found())?.report).toMatchObject({ failures: 0 });
  });

  it("a message of an export that was stopped takes its files away; one of an older export changes nothing", async () => {
    await it_.order();
    const [older] = it_.world.queuedExports;
    await it_.work();
    await it_.cancel();
    await it_.work();
    expect(it_.files()).toEqual([]);
    await it_.order("display");
    await it_.work();
    const files = it_.files();
    expect(files).toHaveLength(6);
    await carryOn(it_.ports, older?.message ?? fail());
    expect(it_.files()).toEqual(files);
  });
});

function fail(): never {
  throw new Error("nothing was ordered");
}
