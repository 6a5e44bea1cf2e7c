import { beforeEach, describe, expect, it } from "vitest";
import { createWorld, demoEvent, untilDone, type World } from "../line-worker/in-memory-world.ts";
import { receivePhoto } from "../line-worker/photos/receive-photo.ts";
import { routeMessage } from "../line-worker/route-message.ts";
import { unsendPhoto } from "../line-worker/photos/withdraw-photo.ts";
import { changeGuest } from "./change-guest.ts";
import type { HostAction } from "./host-action.ts";
import type { HostPorts } from "./host-ports.ts";
import { hostPortsOf, orderOf } from "./in-memory-host.ts";
import { moderatePhotos } from "./moderate-photos.ts";
import { undoAction } from "./undo-action.ts";

const { eventId } = demoEvent;
const hanako = "U".padEnd(33, "a");
const ken = "U".padEnd(33, "b");

let world: World;
let ports: HostPorts;
beforeEach(() => {
  world = createWorld();
  ports = hostPortsOf(world);
});

const photoOf = (photoId: string) => {
  const photo = [...world.store.photos.values()].find((one) => one.photoId === photoId);
  if (photo === undefined) throw new Error(`no photo ${photoId}`);
  return photo;
};
const guestOf = (photoId: string) => {
  const { guestId } = photoOf(photoId);
  const guest = world.store.guests.get(`${eventId}#${guestId}`);
  if (guest === undefined) throw new Error("no guest");
  return guest;
};
const send = (photoId: string, happy: readonly number[] = [90], by = hanako) =>
  receivePhoto(world.ports, world.addPhoto(photoId, happy, by));
const choice = (photoId: string) => {
  const { guestId, decision } = photoOf(photoId);
  return { guestId, photoId, seen: decision?.count ?? 0 };
};
const reviewFirst = () => world.store.events.set(eventId, { ...demoEvent, policy: "review-first" });

/** Works off what hosts ordered: first what is for now, then what was sent as a net. */
async function workOff(): Promise<void> {
  const sent = world.queued.splice(0).filter(({ message }) => message.kind === "settle");
  for (const { message } of sent.toSorted((a, b) => a.delaySeconds - b.delaySeconds))
    await untilDone(() => routeMessage(world.ports, message));
}

async function moderate(says: string, ids: readonly string[], actor = "hanako"): Promise<HostAction> {
  const answer = await moderatePhotos(
    ports,
    orderOf(eventId, "moderatePhotos", actor),
    says,
    ids.map(choice),
  );
  if ("refused" in answer && !("done" in answer)) throw new Error(answer.words);
  return answer;
}

async function undo(entryId: string | undefined): Promise<HostAction> {
  const answer = await undoAction(ports, orderOf(eventId, "undoAction"), entryId ?? "none");
  if ("refused" in answer && !("done" in answer)) throw new Error(answer.words);
  return answer;
}

describe("M6: a host's word", () => {
  it("shows what waited: board, copies, standing", async () => {
    reviewFirst();
    await send("1", [90, 50]);
    expect(photoOf("1")).toMatchObject({ state: "pending" });
    expect(world.stored("public/")).toEqual([]);
    expect(await moderate("show", ["1"])).toEqual({
      entryId: expect.any(String) as string,
      done: ["1"],
      refused: [],
    });
    await workOff();
    const { image } = photoOf("1");
    expect(photoOf("1")).toMatchObject({ state: "shown", score: 140, decision: { says: "show", count: 1 } });
    expect(world.stored("public/")).toEqual([`public/${image}.jpg`, `public/${image}-s.jpg`]);
    expect(guestOf("1")).toMatchObject({ score: 140, photoId: "1", photos: 1 });
    expect(world.store.publishedPhotos.at(-1)).toMatchObject({ photoId: "1", state: "shown" });
    expect(world.store.publishedStandings.at(-1)).toMatchObject({ score: 140 });
  });

  it("hides what is shown: copies leave the store and all caches, the next best photo counts", async () => {
    await send("1", [90]);
    await send("2", [95]);
    const { image } = photoOf("2");
    await moderate("hide", ["2"]);
    await workOff();
    expect(photoOf("2")).toMatchObject({ state: "hidden", reason: "hidden-by-host", score: 95 });
    expect(photoOf("2")).not.toHaveProperty("image");
    expect(world.stored(`public/${image}`)).toEqual([]);
    expect(world.forgotten).toEqual([image]);
    expect(guestOf("2")).toMatchObject({ score: 90, photoId: "1", photos: 1 });
  });

  it("stands above a missing face and above a repetition, and not above what has no picture", async () => {
    await send("1", []);
    await send("2");
    await receivePhoto(world.ports, world.addPhoto("3", [90], hanako, "2"));
    expect(photoOf("3")).toMatchObject({ reason: "duplicate" });
    world.contents.set("4", { kind: "content", bytes: Buffer.from("no picture") });
    await receivePhoto(world.ports, { ...world.addPhoto("5", [90]), photoId: "4", replyId: "4" });
    const answer = await moderate("show", ["1", "3", "4"]);
    expect(answer).toMatchObject({ done: ["1", "3"], refused: [{ id: "4", why: "no-picture" }] });
    await workOff();
    expect(photoOf("1")).toMatchObject({ state: "shown", score: 0 });
    expect(photoOf("3")).toMatchObject({ state: "shown", duplicateOf: "2" });
    expect(guestOf("1")).toMatchObject({ photos: 3, score: 90 });
  });

  it("taken back leaves what the rules make of it", async () => {
    await send("1");
    await moderate("hide", ["1"]);
    await workOff();
    await moderate("rules", ["1"]);
    await workOff();
    expect(photoOf("1")).toMatchObject({ state: "shown", decision: { count: 2 } });
    expect(photoOf("1").decision).not.toHaveProperty("says");
    expect(photoOf("1").earlierDecisions).toMatchObject([{ says: "hide", count: 1 }]);
  });

  it("is remembered, the last nine times before the present one", async () => {
    await send("1");
    for (let times = 0; times < 12; times += 1) await moderate(times % 2 === 0 ? "hide" : "rules", ["1"]);
    await workOff();
    expect(photoOf("1").earlierDecisions?.map(({ count }) => count)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(photoOf("1").decision?.count).toBe(12);
  });

  it("stays when the guest's other photos and the rules change", async () => {
    await send("1");
    await moderate("hide", ["1"]);
    await workOff();
    world.store.events.set(eventId, { ...demoEvent, rules: { ...demoEvent.rules, scoring: { faceCap: 1 } } });
    await send("2", [80, 80]);
    expect(photoOf("1")).toMatchObject({ state: "hidden", reason: "hidden-by-host" });
    expect(guestOf("1")).toMatchObject({ score: 80, photos: 1 });
  });

  it("comes too late for what its guest took back", async () => {
    await send("1");
    const seen = choice("1");
    await unsendPhoto(world.ports, { kind: "unsend", photoId: "1", lineUserId: hanako, sentAt: world.now });
    const order = orderOf(eventId, "moderatePhotos");
    expect(await moderatePhotos(ports, order, "show", [seen])).toEqual({
      done: [],
      refused: [{ id: "1", why: "gone" }],
    });
    expect(world.hosts.audit.size).toBe(0);
  });

  it.each(["", "SHOW", "delete"])("is refused as %j", async (says) => {
    await send("1");
    const order = orderOf(eventId, "moderatePhotos");
    expect(await moderatePhotos(ports, order, says, [choice("1")])).toMatchObject({ refused: "BadInput" });
    expect(await moderatePhotos(ports, order, "show", [])).toMatchObject({ refused: "BadInput" });
  });
});

describe("M8: of two hosts", () => {
  it("the first one counts, the other one is told, and nothing is overwritten", async () => {
    await send("1");
    const seen = [choice("1")];
    await moderatePhotos(ports, orderOf(eventId, "moderatePhotos", "hanako"), "hide", seen);
    const late = await moderatePhotos(ports, orderOf(eventId, "moderatePhotos", "ken"), "show", seen);
    expect(late).toEqual({ done: [], refused: [{ id: "1", why: "changed" }] });
    await workOff();
    expect(photoOf("1")).toMatchObject({ state: "hidden", decision: { by: "hanako@example.org", count: 1 } });
  });

  it("at the very same moment one wins, wherever the two cross", async () => {
    for (let at = 0; ; at += 1) {
      world = createWorld();
      ports = hostPortsOf(world);
      await send("1");
      const seen = [choice("1")];
      let moments = -1;
      let other: unknown;
      world.hook = async () => {
        if (++moments !== at) return;
        world.hook = undefined;
        other = await moderatePhotos(ports, orderOf(eventId, "moderatePhotos", "ken"), "show", seen);
      };
      const one = await moderatePhotos(ports, orderOf(eventId, "moderatePhotos"), "hide", seen);
      const isOver = world.hook !== undefined;
      world.hook = undefined;
      if (isOver) return expect(at).toBeGreaterThan(8);
      await workOff();
      const dones = [one, other].filter((answer) => JSON.stringify(answer).includes('"done":["1"]'));
      expect(dones, `moment ${at}`).toHaveLength(1);
      const isHidden = dones[0] === one;
      expect(photoOf("1").state, `moment ${at}`).toBe(isHidden ? "hidden" : "shown");
      expect(photoOf("1").decision?.count, `moment ${at}`).toBe(1);
      const trail = [...world.hosts.audit.values()].filter(({ isDone }) => isDone);
      expect(
        trail.map(({ actor }) => actor),
        `moment ${at}`,
      ).toEqual([isHidden ? "hanako" : "ken"]);
    }
  });
});

describe("wherever it breaks off", () => {
  it("what was decided is carried out, and what was not changes nothing", async () => {
    let outcomes = 0;
    for (let at = 0; ; at += 1) {
      world = createWorld();
      ports = hostPortsOf(world);
      await send("1");
      await send("2", [80], ken);
      world.queued.length = 0;
      let moments = -1;
      world.hook = () => {
        if (++moments === at) throw new Error("the machine fell over");
      };
      await moderate("hide", ["1", "2"]).catch(() => undefined);
      const isOver = moments < at;
      world.hook = undefined;
      await workOff();
      for (const photoId of ["1", "2"]) {
        const isDecided = photoOf(photoId).decision !== undefined;
        expect(photoOf(photoId).state, `moment ${at}`).toBe(isDecided ? "hidden" : "shown");
        expect(guestOf(photoId).photos, `moment ${at}`).toBe(isDecided ? 0 : 1);
      }
      expect(world.stored("public/"), `moment ${at}`).toHaveLength(
        2 * ["1", "2"].filter((id) => photoOf(id).state === "shown").length,
      );
      if (isOver) break;
      outcomes += 1;
    }
    expect(outcomes).toBeGreaterThan(10);
  });
});

describe("an undo", () => {
  it("brings back what was, and undone once more what was undone", async () => {
    await send("1");
    await send("2", [80], ken);
    const hidden = await moderate("hide", ["1", "2"]);
    await workOff();
    const undone = await undo(hidden.entryId);
    await workOff();
    expect([photoOf("1").state, photoOf("2").state]).toEqual(["shown", "shown"]);
    expect(photoOf("1").decision).not.toHaveProperty("says");
    await undo(undone.entryId);
    await workOff();
    expect([photoOf("1").state, photoOf("2").state]).toEqual(["hidden", "hidden"]);
    expect([...world.hosts.audit.values()].map(({ action, undoes }) => [action, undoes])).toEqual([
      ["moderatePhotos", undefined],
      ["undoAction", hidden.entryId],
      ["undoAction", undone.entryId],
    ]);
  });

  it("leaves alone what a host decided since", async () => {
    await send("1");
    await send("2", [80], ken);
    const hidden = await moderate("hide", ["1", "2"]);
    await moderate("show", ["2"]);
    expect(await undo(hidden.entryId)).toMatchObject({ done: ["1"], refused: [{ id: "2", why: "changed" }] });
    await workOff();
    expect(photoOf("2")).toMatchObject({ state: "shown", decision: { says: "show", count: 2 } });
  });

  it("of what is not there, or came to nothing, is refused", async () => {
    await expect(undo("2026#nothing")).rejects.toThrow("no such entry");
    await send("1");
    const seen = [choice("1")];
    await moderate("hide", ["1"]);
    await moderatePhotos(ports, orderOf(eventId, "moderatePhotos", "ken"), "show", seen);
    await expect(undo([...world.hosts.audit.keys()][5])).rejects.toThrow();
  });
});

describe("M7: a ban", () => {
  const change = async (seen: number, what: unknown) => {
    const { guestId } = photoOf("1");
    const answer = await changeGuest(ports, orderOf(eventId, "changeGuest"), { guestId, seen, change: what });
    await workOff();
    return answer;
  };

  it("takes the guest's photos and place away, and gives back exactly what was", async () => {
    await send("1", [90]);
    await send("2", [70]);
    await send("3", [80], ken);
    await moderate("hide", ["2"]);
    await workOff();
    await change(0, { isBanned: true });
    expect([photoOf("1"), photoOf("2")]).toMatchObject([
      { state: "hidden", reason: "banned" },
      { state: "hidden", reason: "banned" },
    ]);
    expect(guestOf("1")).toMatchObject({ photos: 0, bannedAt: world.now });
    expect(guestOf("1")).not.toHaveProperty("rankKey");
    expect(world.stored("public/")).toHaveLength(2);
    expect(photoOf("3")).toMatchObject({ state: "shown" });
    await change(1, { isBanned: false });
    expect(photoOf("1")).toMatchObject({ state: "shown" });
    expect(photoOf("2")).toMatchObject({ state: "hidden", reason: "hidden-by-host" });
    expect(guestOf("1")).toMatchObject({ photos: 1, score: 90 });
    expect(guestOf("1")).not.toHaveProperty("bannedAt");
  });

  it("stands above a host's word about a photo", async () => {
    await send("1");
    await moderate("show", ["1"]);
    await change(0, { isBanned: true });
    expect(photoOf("1")).toMatchObject({ state: "hidden", reason: "banned" });
    expect(await moderate("show", ["1"])).toMatchObject({ done: [], refused: [{ id: "1", why: "banned" }] });
  });

  it("that comes while a photo is on its way leaves none shown, wherever they cross", async () => {
    for (let at = 0; ; at += 1) {
      world = createWorld();
      ports = hostPortsOf(world);
      await send("1");
      let moments = -1;
      world.hook = async () => {
        if (++moments !== at) return;
        world.hook = undefined;
        await change(0, { isBanned: true });
      };
      await send("2", [70]);
      if (world.hook !== undefined) {
        world.hook = undefined;
        return expect(at).toBeGreaterThan(30);
      }
      const states = [...world.store.photos.values()].map(({ state }) => state);
      expect(states, `moment ${at}`).not.toContain("shown");
      expect(world.stored("public/"), `moment ${at}`).toEqual([]);
      expect(guestOf("1"), `moment ${at}`).toMatchObject({ photos: 0 });
    }
  });
});

describe("what hosts change of a guest", () => {
  const change = (seen: number, what: unknown) =>
    changeGuest(ports, orderOf(eventId, "changeGuest"), {
      guestId: photoOf("1").guestId,
      seen,
      change: what,
    });

  it("is a new name everywhere: with the ranking, and with every photo", async () => {
    await send("1");
    await change(0, { displayName: "  花子\u202e  ", reading: "はなこ" });
    await workOff();
    expect(guestOf("1")).toMatchObject({ displayName: "花子", reading: "はなこ", isNamedByHost: true });
    expect(world.store.publishedPhotos.at(-1)).toMatchObject({ photoId: "1", displayName: "花子" });
    expect(world.store.publishedStandings.at(-1)).toMatchObject({ displayName: "花子" });
  });

  it("R4: takes couple and staff out of the ranking; their photos stay", async () => {
    await send("1");
    await change(0, { isExcluded: true });
    await workOff();
    expect(guestOf("1")).toMatchObject({ isExcluded: true, photos: 1 });
    expect(guestOf("1")).not.toHaveProperty("rankKey");
    expect(photoOf("1")).toMatchObject({ state: "shown" });
  });

  it("leaves alone what guests wish at the same moment, wherever the two cross", async () => {
    for (let at = 0; ; at += 1) {
      world = createWorld();
      ports = hostPortsOf(world);
      await send("1");
      const { guestId } = photoOf("1");
      let moments = -1;
      world.hook = async () => {
        if (++moments !== at) return;
        world.hook = undefined;
        const key = { eventId, guestId };
        const { version, language } = guestOf("1");
        const wish = { displayName: "自分の名前", language, isOffScreen: false };
        expect(await world.store.saveWish(key, wish, version)).toBe(true);
      };
      expect(await change(0, { isExcluded: true })).toMatchObject({ done: [guestId] });
      if (world.hook !== undefined) {
        world.hook = undefined;
        return expect(at).toBeGreaterThan(6);
      }
      await workOff();
      expect(guestOf("1"), `moment ${at}`).toMatchObject({ displayName: "自分の名前", isExcluded: true });
    }
  });

  it("M8: is refused when another host was quicker", async () => {
    await send("1");
    await change(0, { isExcluded: true });
    expect(await change(0, { isBanned: true })).toMatchObject({ done: [], refused: [{ why: "changed" }] });
    expect(guestOf("1")).not.toHaveProperty("bannedAt");
  });

  it("comes back with an undo, the name with who gave it", async () => {
    await send("1");
    const before = guestOf("1");
    const named = await change(0, { displayName: "別の人", isExcluded: true });
    await workOff();
    await undo("entryId" in named ? named.entryId : undefined);
    await workOff();
    const { version: _version, decision: _decision, ...now } = guestOf("1");
    const { version: _before, ...was } = before;
    expect(now).toEqual(was);
  });

  it.each([{}, { displayName: " " }, { displayName: 5 }, { role: "host" }, null, "ban"])(
    "is refused as %j",
    async (what) => {
      await send("1");
      expect(await change(0, what)).toMatchObject({ refused: "BadInput" });
      expect(world.hosts.audit.size).toBe(0);
    },
  );
});
