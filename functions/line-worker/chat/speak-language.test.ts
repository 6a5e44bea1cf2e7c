import { beforeEach, describe, expect, it } from "vitest";
import { changeWish } from "../../shared/change-wish.ts";
import { guestIdOf } from "../../shared/keyed-names.ts";
import { createWorld, demoEvent, OPENED_AT, untilDone, type World } from "../in-memory-world.ts";
import { receivePhoto } from "../photos/receive-photo.ts";
import { routeMessage } from "../route-message.ts";

const { eventId } = demoEvent;
const userId = "U".padEnd(33, "a");
let world: World;
let key: { readonly eventId: string; readonly guestId: string };
beforeEach(async () => {
  world = createWorld();
  await receivePhoto(world.ports, world.addPhoto("1", [90]));
  key = { eventId, guestId: guestIdOf("guest-id-key", eventId, userId) };
  world.calls.length = 0;
});

/** As the personal page does it. */
const choose = (language: "ja" | "en" | "zh-Hant") => changeWish(world.store, key, { language });
const speak = () => routeMessage(world.ports, { kind: "speak", ...key });
const written = (text: string, at: number) =>
  ({
    kind: "line-event",
    event: {
      type: "message",
      timestamp: OPENED_AT + at,
      source: { type: "user", userId },
      replyToken: `token-${at}`,
      webhookEventId: `event-${at}`,
      message: { type: "text", id: String(at), text },
    },
  }) as const;

describe("K4: the language chosen on the page", () => {
  it("is the bot's from then on, and the menu's", async () => {
    await choose("en");
    await speak();
    expect(world.store.persons.get(userId)).toMatchObject({ language: "en", eventId, displayName: "花子" });
    expect(world.menus).toEqual([{ lineUserId: userId, language: "en" }]);
    await routeMessage(world.ports, written("???", 5_000));
    expect(world.replies.at(-1)?.answer).toMatchObject({ kind: "help", language: "en" });
  });

  it("is the last one chosen, in whatever order the orders arrive and however often", async () => {
    await choose("en");
    await choose("zh-Hant");
    for (let delivery = 0; delivery < 3; delivery += 1) await speak();
    expect(world.store.persons.get(userId)).toMatchObject({ language: "zh-Hant" });
  });

  it("holds whichever call fails, once the order is repeated", async () => {
    await choose("en");
    await speak();
    const calls = world.calls.length;
    for (const moment of ["before", "after"] as const) {
      for (let at = 0; at < calls; at += 1) {
        const language = at % 2 === 0 ? "ja" : "en";
        await choose(language);
        let seen = -1;
        world.hook = (when) => {
          if (when === moment && ++seen === at) throw new Error("the machine fell over");
        };
        await untilDone(speak);
        world.hook = undefined;
        expect(world.store.persons.get(userId), `${moment} ${at}`).toMatchObject({ language });
      }
    }
  });

  it("agrees with one that is written in the chat at the same moment, wherever they cross", async () => {
    for (let at = 0; ; at += 1) {
      await choose("en");
      let moments = -1;
      world.hook = async () => {
        if (++moments !== at) return;
        world.hook = undefined;
        await routeMessage(world.ports, written("中文", 6_000 + at));
      };
      await speak();
      if (world.hook !== undefined) return expect(at).toBeGreaterThan(8);
      const { language } = world.store.guests.get(`${eventId}#${key.guestId}`) ?? {};
      expect(world.store.persons.get(userId)?.language, `moment ${at}`).toBe(language);
    }
  });

  it("agrees with one that is chosen on the page while the chat saves another one", async () => {
    for (let at = 0; ; at += 1) {
      let moments = -1;
      world.hook = async () => {
        if (++moments !== at) return;
        world.hook = undefined;
        await choose("en");
        await speak();
      };
      await routeMessage(world.ports, written("中文", 7_000 + at));
      if (world.hook !== undefined) return expect(at).toBeGreaterThan(10);
      // The order that came first is worked off: the row says what was chosen last of all.
      await speak();
      const { language } = world.store.guests.get(`${eventId}#${key.guestId}`) ?? {};
      expect(world.store.persons.get(userId)?.language, `moment ${at}`).toBe(language);
    }
  });

  it("is not lost when a join code leads elsewhere at the same moment", async () => {
    await choose("en");
    world.hook = (moment, call) => {
      if (moment !== "before" || call !== "store.savePerson") return;
      world.hook = undefined;
      const person = world.store.persons.get(userId);
      if (person === undefined) throw new Error("nobody");
      world.store.persons.set(userId, {
        ...person,
        eventId: "event-2",
        formerEventId: eventId,
        joinedAt: OPENED_AT,
      });
    };
    await speak();
    expect(world.store.persons.get(userId)).toMatchObject({
      eventId: "event-2",
      formerEventId: eventId,
      joinedAt: OPENED_AT,
      language: "en",
    });
  });

  it.each([
    ["whose everything was deleted", () => world.store.lineUsers.clear()],
    ["whom the bot forgot", () => world.store.persons.clear()],
  ])("makes nobody anew of a guest %s", async (_name, forget) => {
    await choose("en");
    forget();
    const before = [...world.store.persons];
    await speak();
    expect([...world.store.persons]).toEqual(before);
    expect(world.menus).toEqual([]);
  });
});

describe("K4: the menu below the chat", () => {
  const follow = { ...written("", 8_000).event, type: "follow", message: undefined };

  it.each([
    ["a new friend's profile", { kind: "line-event", event: follow } as const, "ja"],
    ["a language in the chat", written("English", 9_000), "en"],
  ] as const)("follows %s, after the answer", async (_name, message, language) => {
    await routeMessage(world.ports, message);
    expect(world.menus).toEqual([{ lineUserId: userId, language }]);
    expect(world.calls.indexOf("menu.show")).toBeGreaterThan(world.calls.indexOf("messenger.reply"));
  });

  it("is left alone by everything else", async () => {
    for (const [at, text] of ["ランキング", "名前 花", "???"].entries())
      await routeMessage(world.ports, written(text, 10_000 + at));
    await receivePhoto(world.ports, world.addPhoto("2", [80]));
    expect(world.menus).toEqual([]);
  });

  it("is no reason to work anything off again", async () => {
    world.hook = (moment, call) => {
      if (moment === "before" && call === "menu.show") throw new Error("LINE does not answer");
    };
    await choose("en");
    await speak();
    await routeMessage(world.ports, written("中文", 11_000));
    expect(world.menus).toEqual([]);
    expect(world.store.persons.get(userId)).toMatchObject({ language: "zh-Hant" });
    expect(world.replies.at(-1)?.answer).toMatchObject({ note: "language-chosen", language: "zh-Hant" });
  });
});
