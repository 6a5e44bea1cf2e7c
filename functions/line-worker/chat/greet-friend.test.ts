import { beforeEach, describe, expect, it } from "vitest";
import { createWorld, demoEvent, OPENED_AT, untilDone, type World } from "../in-memory-world.ts";
import { receivePhoto } from "../photos/receive-photo.ts";
import { routeMessage } from "../route-message.ts";

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
});

const follow = (afterMs: number, id = "f1") => {
  const source = { type: "user", userId };
  const timestamp = OPENED_AT + afterMs;
  const event = { type: "follow", timestamp, source, webhookEventId: id, replyToken: `token-${id}` };
  return routeMessage(world.ports, { kind: "line-event", event });
};
const send = (text: string, afterMs: number) => {
  const source = { type: "user", userId };
  const message = { type: "text", id: String(9_000 + afterMs), text };
  const event = { type: "message", timestamp: OPENED_AT + afterMs, source, replyToken: "token", message };
  return routeMessage(world.ports, { kind: "line-event", event });
};
const answers = () => world.replies.map(({ answer }) => answer);
const rows = () => [world.store.guests.size, world.store.persons.size];

describe("E2: who becomes a friend", () => {
  it("is a guest of the only open event from then on", async () => {
    await follow(100);
    expect(answers()).toEqual([{ kind: "greeting", language: "ja", event: demoEvent }]);
    expect([...world.store.guests.values()]).toMatchObject([{ eventId: "event-1", displayName: "花子" }]);
    expect(world.store.persons.get(userId)).toMatchObject({ eventId: "event-1", language: "ja" });
  });

  it("stays there when another event opens before the first photo", async () => {
    await follow(100);
    world.store.events.set(party.eventId, { ...party, opensAt: OPENED_AT + 150 });
    await receivePhoto(world.ports, world.addPhoto("200", [80]));
    expect([...world.store.photos.values()]).toMatchObject([{ photoId: "200", eventId: "event-1" }]);
  });

  it("is greeted in the own language, and kept with it", async () => {
    world.profile = { displayName: "Ann", language: "en" };
    await follow(100);
    expect(answers()).toMatchObject([{ kind: "greeting", language: "en" }]);
    expect([...world.store.guests.values()]).toMatchObject([{ language: "en", displayName: "Ann" }]);
  });

  it("is asked for the code while several are open, hears of none of them, and is nobody's guest", async () => {
    world.store.events.set(party.eventId, party);
    await follow(100);
    expect(answers()).toEqual([{ kind: "greeting", language: "ja", hint: "which-event" }]);
    expect(rows()).toEqual([0, 0]);
    await send("ランキング", 110);
    await send("名前 はなこ", 120);
    await send("表示しない", 130);
    const asked = { kind: "refused", reason: "which-event", language: "ja" };
    expect(answers().slice(1)).toEqual([asked, asked, asked]);
    expect(rows()).toEqual([0, 0]);
  });

  it("hears when the next one opens while none is, and is nobody's guest yet", async () => {
    const next = { ...demoEvent, opensAt: OPENED_AT + 5_000 };
    world.store.events.set(demoEvent.eventId, next);
    await follow(100);
    expect(answers()).toEqual([{ kind: "greeting", language: "ja", event: next, hint: "not-yet-open" }]);
    expect(rows()).toEqual([0, 0]);
  });

  it("is greeted where there is no event at all", async () => {
    world.store.events.clear();
    await follow(100);
    expect(answers()).toEqual([{ kind: "greeting", language: "ja" }]);
    expect(rows()).toEqual([0, 0]);
  });
});

describe("E2: who becomes a friend again", () => {
  it("is greeted anew, and nothing changes", async () => {
    await follow(100);
    await send("名前 はなこ", 110);
    await send("English", 120);
    const before = JSON.stringify([...world.store.guests.values(), ...world.store.persons.values()]);
    // Another one opened, and LINE calls the guest something else.
    world.store.events.set(party.eventId, party);
    world.profile = { displayName: "別人", language: "zh-Hant" };
    await follow(5_000, "f2");
    expect(answers().at(-1)).toMatchObject({
      kind: "greeting",
      language: "en",
      event: { eventId: "event-1" },
    });
    expect(JSON.stringify([...world.store.guests.values(), ...world.store.persons.values()])).toBe(before);
  });

  it("is thanked once the event is over", async () => {
    await follow(100);
    world.store.events.set(demoEvent.eventId, { ...demoEvent, state: "closed" });
    await follow(5_000, "f2");
    expect(answers().at(-1)).toMatchObject({ kind: "greeting", hint: "closed" });
  });

  it("M7: as a banned guest hears so, even when only the event knows", async () => {
    await follow(100);
    for (const [key, guest] of world.store.guests) world.store.guests.set(key, { ...guest, bannedAt: 1 });
    world.store.persons.clear();
    await follow(5_000, "f2");
    expect(answers().at(-1)).toMatchObject({ kind: "refused", reason: "banned" });
  });
});

describe("wherever it breaks off", () => {
  it.each(["before", "after"] as const)("%s any call, the friend is a guest in the end", async (moment) => {
    for (let at = 1; at <= 12; at += 1) {
      world = createWorld();
      let seen = 0;
      world.hook = (when) => {
        if (when !== moment) return;
        seen += 1;
        if (seen === at) throw new Error("the machine fell over");
      };
      await untilDone(() => follow(100));
      expect(rows(), `${moment} call ${at}`).toEqual([1, 1]);
      expect(answers().length).toBeLessThanOrEqual(1);
    }
  });
});
