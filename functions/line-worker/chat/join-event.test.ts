import { beforeEach, describe, expect, it } from "vitest";
import { routeMessage } from "../route-message.ts";
import { createWorld, demoEvent, OPENED_AT, untilDone, type World } from "../in-memory-world.ts";
import { receivePhoto } from "../photos/receive-photo.ts";

const userId = "U".padEnd(33, "a");
const party = {
  ...demoEvent,
  eventId: "event-2",
  boardId: "board-2",
  title: "忘年会",
  opensAt: OPENED_AT - 5,
};

let world: World;
beforeEach(() => {
  world = createWorld();
  world.store.events.set(party.eventId, party);
  world.store.joinCodes.set("H7KC4M", party.eventId).set("RRRRRR", demoEvent.eventId);
});

let messages = 5_000;
/** What a guest wrote, so many ms after the opening. */
const say = (text: string, afterMs: number, from = userId) => {
  messages += 1;
  const message = { type: "text", id: String(messages), text };
  return {
    kind: "line-event",
    event: {
      type: "message",
      timestamp: OPENED_AT + afterMs,
      source: { type: "user", userId: from },
      replyToken: `token-${messages}`,
      message,
    },
  } as const;
};
const send = (text: string, afterMs: number) => routeMessage(world.ports, say(text, afterMs));
const answers = () => world.replies.map(({ answer }) => answer);
const photos = () => [...world.store.photos.values()].map(({ photoId, eventId }) => [photoId, eventId]);
const playsIn = () => world.store.persons.get(userId)?.eventId;

describe("a join code", () => {
  it.each(["H7KC4M", "ｈ７ｋｃ４ｍ", " h7k c4m "])(
    "E2, E5: %j makes its sender a guest of its event",
    async (text) => {
      await send(text, 100);
      expect(answers()).toMatchObject([{ kind: "greeting", language: "ja", event: { title: "忘年会" } }]);
      expect(playsIn()).toBe("event-2");
      expect([...world.store.guests.values()]).toMatchObject([{ eventId: "event-2", displayName: "花子" }]);
      await receivePhoto(world.ports, world.addPhoto("200", [80]));
      expect(photos()).toEqual([["200", "event-2"]]);
    },
  );

  it("E2: leads from one event into another and back; each keeps its guest and photos", async () => {
    await send("RRRRRR", 50);
    await receivePhoto(world.ports, world.addPhoto("100", [80]));
    await send("H7KC4M", 150);
    await receivePhoto(world.ports, world.addPhoto("200", [90]));
    await send("RRRRRR", 250);
    await receivePhoto(world.ports, world.addPhoto("300", [70]));
    expect(photos()).toEqual([
      ["100", "event-1"],
      ["200", "event-2"],
      ["300", "event-1"],
    ]);
    const scores = [...world.store.guests.values()].map(({ eventId, score }) => [eventId, score]);
    expect(scores).toEqual([
      ["event-1", 80],
      ["event-2", 90],
    ]);
    // The same picture in another event is no repetition.
    expect(new Set([...world.store.guests.values()].map(({ guestId }) => guestId)).size).toBe(2);
  });

  it("D1: a picture that was sent to one event counts in the other as well", async () => {
    await send("RRRRRR", 50);
    await receivePhoto(world.ports, world.addPhoto("100", [80], userId, "same"));
    await send("H7KC4M", 150);
    await receivePhoto(world.ports, world.addPhoto("200", [80], userId, "same"));
    const states = [...world.store.photos.values()].map(({ state, duplicateOf }) => [state, duplicateOf]);
    expect(states).toEqual([
      ["shown", undefined],
      ["shown", undefined],
    ]);
  });

  it("E2: what was sent before the code belongs where its sender played then, however late it comes", async () => {
    await send("RRRRRR", 50);
    await receivePhoto(world.ports, world.addPhoto("100", [80]));
    const late = world.addPhoto("140", [90]);
    await send("H7KC4M", 150);
    await receivePhoto(world.ports, late);
    expect(photos()).toEqual([
      ["100", "event-1"],
      ["140", "event-1"],
    ]);
    expect(playsIn()).toBe("event-2");
  });

  it("E2: also of one who played nowhere before; the late photo does not lead back", async () => {
    world.store.events.set(party.eventId, { ...party, opensAt: OPENED_AT + 145 });
    const late = world.addPhoto("140", [90]);
    await send("H7KC4M", 150);
    await receivePhoto(world.ports, late);
    expect(photos()).toEqual([["140", "event-1"]]);
    expect(playsIn()).toBe("event-2");
  });

  it("E5: before its event opens is taken, and its sender hears when that is", async () => {
    world.store.events.set(party.eventId, { ...party, opensAt: OPENED_AT + 60_000 });
    await send("H7KC4M", 100);
    expect(answers()).toMatchObject([
      { kind: "greeting", hint: "not-yet-open", event: { opensAt: OPENED_AT + 60_000 } },
    ]);
    expect(playsIn()).toBe("event-2");
  });

  it.each<[string, Partial<typeof party>]>([
    ["that a host closed", { state: "closed" }],
    ["whose time is over", { closesAt: OPENED_AT + 50 }],
  ])("E5: of an event %s leads nowhere, and its sender is thanked", async (_, change) => {
    await send("RRRRRR", 50);
    world.store.events.set(party.eventId, { ...party, ...change });
    await send("H7KC4M", 100);
    expect(answers().at(-1)).toMatchObject({ kind: "refused", reason: "closed", event: { title: "忘年会" } });
    expect(playsIn()).toBe("event-1");
    await receivePhoto(world.ports, world.addPhoto("200", [80]));
    expect(photos()).toEqual([["200", "event-1"]]);
  });

  it("E2: the later code counts, whichever arrives last", async () => {
    const earlier = say("RRRRRR", 100);
    await send("H7KC4M", 200);
    await routeMessage(world.ports, earlier);
    expect(playsIn()).toBe("event-2");
  });

  it("sent twice is answered twice and changes nothing more", async () => {
    await send("RRRRRR", 50);
    await send("H7KC4M", 150);
    await send("H7KC4M", 160);
    expect(world.store.persons.get(userId)).toMatchObject({ eventId: "event-2", formerEventId: "event-1" });
    expect(answers().map(({ kind }) => kind)).toEqual(["greeting", "greeting", "greeting"]);
  });

  it("delivered twice is answered once", async () => {
    const message = say("H7KC4M", 100);
    await routeMessage(world.ports, message);
    await routeMessage(world.ports, message);
    expect(answers()).toHaveLength(1);
  });

  it("speaks the guest's language, not the event's", async () => {
    world.profile = { displayName: "Ann", language: "en" };
    await send("H7KC4M", 100);
    expect(answers()).toMatchObject([{ kind: "greeting", language: "en" }]);
  });

  it("N2: holds back a name that the event's words forbid", async () => {
    world.store.events.set(party.eventId, { ...party, nameWords: ["はなこ", "花子"] });
    await send("H7KC4M", 100);
    expect([...world.store.guests.values()]).toMatchObject([{ displayName: "ゲスト", heldName: "花子" }]);
  });

  it("A2: tells what the event that is left has not told yet", async () => {
    await send("RRRRRR", 50);
    world.replyOutcome = { kind: "expired" };
    await receivePhoto(world.ports, world.addPhoto("100", [80]));
    world.replyOutcome = { kind: "sent" };
    await send("H7KC4M", 150);
    expect(world.replies.at(-1)).toMatchObject({
      answer: { kind: "greeting" },
      earlier: [{ kind: "score", score: 80 }],
    });
  });

  it("M7: tells a banned guest so", async () => {
    await send("H7KC4M", 100);
    for (const [key, guest] of world.store.guests) world.store.guests.set(key, { ...guest, bannedAt: 1 });
    await send("H7KC4M", 200);
    expect(answers().at(-1)).toMatchObject({ kind: "refused", reason: "banned" });
  });
});

describe("what is no join code", () => {
  it.each([
    ["a word", "こんにちは"],
    ["a code in a sentence", "my code is H7KC4M"],
    ["nothing", ""],
  ])("%s gets the help card", async (_, text) => {
    await send(text, 100);
    expect(answers()).toMatchObject([{ kind: "help" }]);
    expect(world.store.persons.size + world.store.guests.size).toBe(0);
  });

  it("E5: nor is a code of no event, or of an archived one: its sender hears so", async () => {
    await send("XXXXXX", 100);
    world.store.events.set(party.eventId, { ...party, state: "archived" });
    await send("H7KC4M", 110);
    const unknown = { kind: "refused", reason: "unknown-code", language: "ja" };
    expect(answers()).toEqual([unknown, unknown]);
    expect(world.store.persons.size + world.store.guests.size).toBe(0);
  });

  it("nor is a sticker that carries the code", async () => {
    const { event } = say("H7KC4M", 100);
    const sticker = { ...event, message: { ...event.message, type: "sticker" } };
    await routeMessage(world.ports, { kind: "line-event", event: sticker });
    expect(answers()).toMatchObject([{ kind: "help" }]);
  });
});

it("E6: a guest of an archived event hears that it is closed", async () => {
  await send("H7KC4M", 100);
  world.store.events.set(party.eventId, { ...party, state: "archived" });
  await receivePhoto(world.ports, world.addPhoto("200", [80]));
  expect(answers().at(-1)).toMatchObject({ kind: "refused", reason: "closed" });
  expect(photos()).toEqual([]);
});

describe("wherever it breaks off", () => {
  const joinWith = async (moment: "before" | "after", at: number): Promise<number> => {
    await send("RRRRRR", 50);
    const message = say("H7KC4M", 150);
    let seen = 0;
    world.hook = (when) => {
      if (when !== moment) return;
      seen += 1;
      if (seen === at) throw new Error("the machine fell over");
    };
    await untilDone(() => routeMessage(world.ports, message));
    world.hook = undefined;
    return seen;
  };

  it.each(["before", "after"] as const)("%s any call, the guest has joined in the end", async (moment) => {
    const calls = await joinWith(moment, Number.POSITIVE_INFINITY);
    expect(calls).toBeGreaterThan(5);
    for (let at = 1; at <= calls; at += 1) {
      world = createWorld();
      world.store.events.set(party.eventId, party);
      world.store.joinCodes.set("H7KC4M", party.eventId).set("RRRRRR", demoEvent.eventId);
      await joinWith(moment, at);
      expect(world.store.persons.get(userId), `${moment} call ${at}`).toMatchObject({
        eventId: "event-2",
        joinedAt: OPENED_AT + 150,
        formerEventId: "event-1",
      });
      expect(world.store.guests.size).toBe(2);
      expect(answers().filter(({ kind }) => kind === "greeting").length).toBeLessThanOrEqual(2);
    }
  });
});
