import { beforeEach, describe, expect, it } from "vitest";
import { leaveAnswers } from "#domain/chat-command";
import { hostPortsOf, orderOf } from "../../host-actions/in-memory-host.ts";
import { decideGuest } from "../../host-actions/change-guest.ts";
import { guestIdOf } from "../../shared/keyed-names.ts";
import type { QueueMessage } from "../../shared/queue-message.ts";
import { answerChat } from "../chat/answer-chat.ts";
import { createWorld, demoEvent, untilDone, type World } from "../in-memory-world.ts";
import { receivePhoto } from "../photos/receive-photo.ts";
import { routeMessage } from "../route-message.ts";

const { eventId } = demoEvent;
const hanako = "U".padEnd(33, "a");
const ken = "U".padEnd(33, "b");

let world: World;
const begin = async (): Promise<void> => {
  world = createWorld();
  await send("1", [90, 50]);
  await send("2", []);
  world.profile = { displayName: "健", language: "ja" };
  await send("3", [80], ken);
  world.profile = { displayName: "花子", language: "ja" };
  world.queued.length = 0;
  world.calls.length = 0;
};
beforeEach(begin);

const send = (photoId: string, happy: readonly number[], by = hanako, look?: string) =>
  receivePhoto(world.ports, world.addPhoto(photoId, happy, by, look));
const keyOf = (lineUserId: string, inEvent = eventId) => ({
  eventId: inEvent,
  guestId: guestIdOf(world.ports.guestIdKey, inEvent, lineUserId),
});
const guestOf = (lineUserId: string, inEvent = eventId) =>
  world.store.guests.get(`${inEvent}#${keyOf(lineUserId, inEvent).guestId}`);
const photosOf = (lineUserId: string) =>
  [...world.store.photos.values()].filter(({ guestId }) => guestId === keyOf(lineUserId).guestId);
/** Between the photos 3 and 4, unless told otherwise. */
const orderedAt = () => demoEvent.opensAt + 3;
const erasure = (at = orderedAt()): QueueMessage => ({ kind: "erase", ...keyOf(hanako), orderedAt: at });

let writes = 0;
const write = (text: string, sentAt = orderedAt(), by = hanako) => {
  writes += 1;
  const address = { replyId: `chat-${writes}`, replyToken: `token-${writes}` };
  return answerChat(world.ports, { kind: "chat", lineUserId: by, sentAt, text, ...address });
};
const lastAnswer = () => world.replies.at(-1)?.answer;

/** What was ordered, and what follows from it. */
async function workOff(): Promise<void> {
  for (;;) {
    const next = world.queued.shift();
    if (next === undefined) return;
    if (next.message.kind !== "ladder") await untilDone(() => routeMessage(world.ports, next.message));
  }
}

/** Nothing tells of Hanako any more; Ken is as he was. */
function isGone(where = "gone"): void {
  const { store, files } = world;
  const { persons, guests, photos, deliveries, lineUsers } = store;
  const kept = JSON.stringify([persons, guests, photos, deliveries, lineUsers].map((table) => [...table]));
  for (const trace of [hanako, "花子"]) expect(kept, where).not.toContain(trace);
  for (const trace of [ken, "健"]) expect(kept, where).toContain(trace);
  expect(guestOf(hanako), where).toMatchObject({ displayName: "ゲスト", photos: 0 });
  for (const name of ["score", "rankKey", "heldName", "reading", "photoId", "image"])
    expect(guestOf(hanako), where).not.toHaveProperty(name);
  for (const photo of photosOf(hanako)) {
    expect(photo, where).toMatchObject({ state: "removed", displayName: "", score: 0 });
    for (const name of ["faces", "image", "original", "contentHash", "labels"])
      expect(photo, where).not.toHaveProperty(name);
  }
  expect(
    [...files.keys()].filter((key) => key.includes(keyOf(hanako).guestId)),
    where,
  ).toEqual([]);
  expect(guestOf(ken), where).toMatchObject({ displayName: "健", score: 80 });
  expect(files.size, where).toBe(5);
  const heard = store.publishedStandings.findLast(({ guestId }) => guestId === keyOf(hanako).guestId);
  expect(heard, where).toMatchObject({ displayName: "ゲスト" });
  expect(heard, where).not.toHaveProperty("rankKey");
  expect(store.publishedPhotos.findLast(({ photoId }) => photoId === "1")?.state, where).toBe("removed");
}

describe("K6: who leaves with everything", () => {
  it("leaves nothing but a number, and nobody else's is touched", async () => {
    expect(photosOf(hanako)).toHaveLength(2);
    await routeMessage(world.ports, erasure());
    await workOff();
    isGone();
    expect(guestOf(hanako)).toMatchObject({ leftAt: orderedAt(), erasedAt: world.now });
    expect(world.store.persons.has(ken)).toBe(true);
  });

  it("goes in steps when there are many photos, and other work comes in between", async () => {
    for (let id = 100; id < 160; id += 1) await send(String(id), [10]);
    world.queued.length = 0;
    await routeMessage(world.ports, erasure(demoEvent.opensAt + 1_000));
    expect(photosOf(hanako).filter(({ state }) => state === "removed")).toHaveLength(25);
    // Nobody sees the name any more, nor a place.
    expect(world.store.publishedStandings.at(-1)).not.toHaveProperty("rankKey");
    expect(world.queued.filter(({ message }) => message.kind === "erase")).toHaveLength(1);
    // A settling in between brings nothing back.
    await routeMessage(world.ports, { kind: "settle", ...keyOf(hanako) });
    expect(guestOf(hanako)).not.toHaveProperty("rankKey");
    expect(photosOf(hanako).filter(({ state }) => state === "shown")).toEqual([]);
    await workOff();
    isGone();
  });

  it("leaves nothing with any failure on the way, once that is repeated", async () => {
    await routeMessage(world.ports, erasure());
    const { length } = world.calls;
    expect(length).toBeGreaterThan(30);
    for (const moment of ["before", "after"] as const) {
      for (let at = 0; at < length; at += 1) {
        await begin();
        let seen = -1;
        world.hook = (when) => {
          if (when === moment && ++seen === at) throw new Error("the machine fell over");
        };
        await untilDone(() => routeMessage(world.ports, erasure()));
        world.hook = undefined;
        await workOff();
        isGone(`${moment} ${at}`);
      }
    }
  });

  it("leaves nothing of a photo that is on its way, wherever they cross", async () => {
    for (let at = 0; ; at += 1) {
      await begin();
      let moments = -1;
      world.hook = async () => {
        if (++moments !== at) return;
        world.hook = undefined;
        await routeMessage(world.ports, erasure(demoEvent.opensAt + 4));
      };
      await untilDone(() => send("4", [99]));
      const isOver = world.hook !== undefined;
      world.hook = undefined;
      if (isOver) {
        expect(at).toBeGreaterThan(40);
        return;
      }
      await workOff();
      isGone(`moment ${at}`);
    }
  });

  it("takes nothing that was sent before, whenever it arrives", async () => {
    await routeMessage(world.ports, erasure(demoEvent.opensAt + 10));
    world.calls.length = 0;
    await send("7", [99]);
    expect(world.replies).toHaveLength(3);
    expect(world.calls).not.toContain("source.photoContent");
    await workOff();
    isGone();
    // And LINE brings an old one once more.
    await send("1", [90, 50]);
    isGone();
    expect(world.replies).toHaveLength(3);
  });

  it("takes part as a new guest with whatever is sent later", async () => {
    await routeMessage(world.ports, erasure());
    await workOff();
    const before = guestOf(hanako)?.version ?? 0;
    world.profile = { displayName: "新花子", language: "ja" };
    await send("4", [70]);
    expect(guestOf(hanako)).toMatchObject({ displayName: "新花子", score: 70, photos: 1 });
    expect(guestOf(hanako)).not.toHaveProperty("erasedAt");
    // Boards go by versions.
    expect(guestOf(hanako)?.version).toBeGreaterThan(before);
    expect(world.store.persons.get(hanako)).toMatchObject({ eventId, displayName: "新花子" });
    expect(lastAnswer()).toMatchObject({ kind: "score", score: 70, place: 2 });
    // The order comes once more.
    await write("名前 はな", demoEvent.opensAt + 5);
    await routeMessage(world.ports, erasure());
    await workOff();
    expect(guestOf(hanako)).toMatchObject({ displayName: "はな", score: 70 });
    expect(
      photosOf(hanako)
        .map(({ photoId, state }) => `${photoId} ${state}`)
        .toSorted(),
    ).toEqual(["1 removed", "2 removed", "4 shown"]);
    // What was sent before is as late as ever.
    await send("2", [100]);
    expect(guestOf(hanako)).toMatchObject({ score: 70, photos: 1 });
    // And leaves again.
    await routeMessage(world.ports, erasure(demoEvent.opensAt + 6));
    await workOff();
    expect(guestOf(hanako)).toMatchObject({ displayName: "ゲスト", photos: 0 });
    expect(world.store.persons.has(hanako)).toBe(false);
  });

  it("is a guest again when a later photo came before the order was carried out", async () => {
    world.profile = { displayName: "新花子", language: "ja" };
    await send("4", [70]);
    await routeMessage(world.ports, erasure());
    await workOff();
    expect(guestOf(hanako)).toMatchObject({ displayName: "新花子", score: 70, photos: 1 });
    expect(world.store.persons.get(hanako)).toMatchObject({ eventId });
    expect(photosOf(hanako).filter(({ state }) => state === "shown")).toHaveLength(1);
  });

  it("R4: has no place while that is carried out, whatever was sent later", async () => {
    await send("4", [70]);
    let seen = 0;
    world.hook = async (moment, call) => {
      if (moment !== "after" || call !== "photos.deletePictures" || seen++ > 0) return;
      await routeMessage(world.ports, { kind: "settle", ...keyOf(hanako) });
      expect(guestOf(hanako)).not.toHaveProperty("rankKey");
    };
    await routeMessage(world.ports, erasure());
    expect(seen).toBeGreaterThan(0);
  });

  it("is kept by nothing that was written before and arrives later", async () => {
    world.store.joinCodes.set("H7KC4M", eventId);
    await routeMessage(world.ports, erasure(demoEvent.opensAt + 10));
    for (const text of ["H7KC4M", "名前 はな"]) await write(text, demoEvent.opensAt + 9);
    await workOff();
    isGone();
  });

  it("leaves nothing of a newcomer whose first photo is on its way, wherever they cross", async () => {
    const mari = "U".padEnd(33, "c");
    for (let at = 0; ; at += 1) {
      await begin();
      await write("日本語", demoEvent.opensAt + 3, mari);
      let moments = -1;
      world.hook = async () => {
        if (++moments !== at) return;
        world.hook = undefined;
        await write(leaveAnswers.yes, demoEvent.opensAt + 6, mari);
        await workOff();
      };
      await untilDone(() => send("5", [99], mari));
      const isOver = world.hook !== undefined;
      world.hook = undefined;
      if (isOver) {
        expect(at).toBeGreaterThan(40);
        return;
      }
      await workOff();
      const { persons, guests, photos, lineUsers } = world.store;
      const kept = JSON.stringify([persons, lineUsers].map((table) => [...table]));
      expect(kept, `moment ${at}`).not.toContain(mari);
      const { guestId } = keyOf(mari);
      expect(
        [...photos.values()].filter((photo) => photo.guestId === guestId && photo.state !== "removed"),
      ).toEqual([]);
      expect(guests.get(`${eventId}#${guestId}`)?.displayName, `moment ${at}`).toBe("ゲスト");
      expect(
        world.stored("").filter((key) => key.includes(guestId)),
        `moment ${at}`,
      ).toEqual([]);
    }
  });

  it("D5: gives the points back to whoever repeated one of the photos", async () => {
    await send("4", [95], ken, "1");
    expect(photosOf(ken).find(({ photoId }) => photoId === "4")).toMatchObject({ reason: "duplicate" });
    world.queued.length = 0;
    await routeMessage(world.ports, erasure());
    await workOff();
    expect(photosOf(ken).find(({ photoId }) => photoId === "4")).toMatchObject({ state: "shown" });
    expect(guestOf(ken)).toMatchObject({ score: 95 });
  });
});

describe("K6 and hosts", () => {
  const host = () => hostPortsOf(world);
  const change = (edit: Parameters<typeof decideGuest>[3]) =>
    decideGuest(host(), orderOf(eventId, "changeGuest"), keyOf(hanako).guestId, edit, () => true);

  it("a banned guest stays banned, and is not kept by trying", async () => {
    await change({ isBanned: true });
    await routeMessage(world.ports, erasure());
    await workOff();
    expect(guestOf(hanako)).toMatchObject({ displayName: "ゲスト", bannedAt: expect.any(Number) });
    await send("4", [70]);
    expect(lastAnswer()).toMatchObject({ kind: "refused", reason: "banned" });
    expect(photosOf(hanako).every(({ state }) => state === "removed")).toBe(true);
    expect(world.store.persons.has(hanako)).toBe(false);
    await change({ isBanned: false });
    await send("5", [70]);
    expect(guestOf(hanako)).toMatchObject({ displayName: "花子", score: 70 });
  });

  it("no former name comes back by an undo", async () => {
    await change({ displayName: "山田花子", isNamedByHost: true });
    await routeMessage(world.ports, erasure());
    expect(await change({ displayName: "花子", isNamedByHost: false })).toMatchObject({
      refused: [{ why: "gone" }],
    });
    expect(guestOf(hanako)).toMatchObject({ displayName: "ゲスト", isNamedByHost: false });
  });
});

describe("K6 in the chat", () => {
  it("asks first, and does nothing while nobody has said yes", async () => {
    await write("退会");
    expect(lastAnswer()).toEqual({ kind: "confirm-leaving", language: "ja" });
    expect(world.queued).toEqual([]);
    await write(leaveAnswers.no);
    expect(lastAnswer()).toMatchObject({ kind: "note", note: "stayed" });
    expect(world.queued).toEqual([]);
    expect(guestOf(hanako)).toMatchObject({ displayName: "花子", score: 140 });
  });

  it("leaves all events after a yes, and says so", async () => {
    const other = {
      ...demoEvent,
      eventId: "event-2",
      boardId: "board-2",
      opensAt: demoEvent.opensAt - 1_000,
    };
    world.store.events.set(other.eventId, other);
    world.store.joinCodes.set("H7KC4M", other.eventId);
    await write("H7KC4M", demoEvent.opensAt + 2);
    expect(guestOf(hanako, other.eventId)).toMatchObject({ displayName: "花子" });
    await write(leaveAnswers.yes);
    expect(lastAnswer()).toMatchObject({ kind: "note", note: "left" });
    await workOff();
    isGone();
    expect(guestOf(hanako, other.eventId)).toMatchObject({ displayName: "ゲスト" });
    expect(world.store.lineUsers.get(`${other.eventId}#${keyOf(hanako, other.eventId).guestId}`)).toBe(
      undefined,
    );
  });

  it("shuts out the first photo of a guest whom nobody knows yet but by a word", async () => {
    const mari = "U".padEnd(33, "c");
    await write("English", demoEvent.opensAt + 4, mari);
    await write(leaveAnswers.yes, demoEvent.opensAt + 6, mari);
    await workOff();
    await send("5", [99], mari);
    await workOff();
    expect(photosOf(mari)).toEqual([]);
    expect(world.store.persons.has(mari)).toBe(false);
    expect(guestOf(mari)).toMatchObject({ displayName: "ゲスト", photos: 0 });
  });

  it.each(["leave", leaveAnswers.yes])(
    "%s: tells who has left nothing here that there is nothing",
    async (text) => {
      await write(text, orderedAt(), "U".padEnd(33, "c"));
      expect(lastAnswer()).toMatchObject({ kind: "note", note: "nothing-kept" });
      expect(world.queued).toEqual([]);
    },
  );

  it("is answered once, and orders all the same, with any failure on the way", async () => {
    await write(leaveAnswers.yes);
    const calls = world.calls.length;
    for (const moment of ["before", "after"] as const) {
      for (let at = 0; at < calls; at += 1) {
        await begin();
        let seen = -1;
        world.hook = (when) => {
          if (when === moment && ++seen === at) throw new Error("the machine fell over");
        };
        const address = { replyId: "chat", replyToken: "token" };
        const yes = {
          kind: "chat",
          lineUserId: hanako,
          sentAt: orderedAt(),
          text: leaveAnswers.yes,
        } as const;
        await untilDone(() => answerChat(world.ports, { ...yes, ...address }));
        world.hook = undefined;
        await workOff();
        isGone(`${moment} ${at}`);
        expect(world.replies.filter(({ token }) => token === "token").length).toBeLessThanOrEqual(1);
      }
    }
  });
});
