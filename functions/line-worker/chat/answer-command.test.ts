import { beforeEach, describe, expect, it } from "vitest";
import { languages } from "#domain/language";
import { createWorld, demoEvent, OPENED_AT, untilDone, type World } from "../in-memory-world.ts";
import { receivePhoto } from "../photos/receive-photo.ts";
import { routeMessage } from "../route-message.ts";

const userId = "U".padEnd(33, "a");
let world: World;
let messages: number;
beforeEach(() => {
  world = createWorld();
  messages = 5_000;
});

const from = (lineUserId: string) => {
  messages += 1;
  return {
    timestamp: OPENED_AT + messages,
    source: { type: "user", userId: lineUserId },
    replyToken: `token-${messages}`,
    webhookEventId: `event-${messages}`,
  };
};
const written = (text: string, lineUserId = userId) => {
  const common = from(lineUserId);
  const message = { type: "text", id: String(messages), text };
  return { kind: "line-event", event: { type: "message", ...common, message } } as const;
};
const tapped = (data: string) =>
  ({ kind: "line-event", event: { type: "postback", ...from(userId), postback: { data } } }) as const;
const write = (text: string, lineUserId = userId) => routeMessage(world.ports, written(text, lineUserId));
const sendPhoto = (id: string, happy: number, letter = "a") =>
  receivePhoto(world.ports, world.addPhoto(id, [happy], "U".padEnd(33, letter)));
const lastAnswer = () => world.replies.at(-1)?.answer;
const theGuest = () => {
  const [key, guest] = [...world.store.guests][0] ?? [];
  if (key === undefined || guest === undefined) throw new Error("nobody has joined");
  return { key, guest };
};
const changeGuest = (change: object): void => {
  const { key, guest } = theGuest();
  world.store.guests.set(key, { ...guest, ...change });
};
/** What was ordered meanwhile. */
const workOn = async () => {
  for (const { message } of world.queued.splice(0)) await routeMessage(world.ports, message);
};

describe("K2: the ranking", () => {
  it("tells the five best, equal ones in the same place, and the own place", async () => {
    for (const [index, letter] of ["b", "c", "d", "e", "f", "g"].entries())
      await sendPhoto(String(10 + index), letter === "c" ? 90 : 90 - index, letter);
    await sendPhoto("20", 50);
    await write("ランキング");
    expect(lastAnswer()).toEqual({
      kind: "ranking",
      language: "ja",
      top: [90, 90, 88, 87, 86].map((score, index) => ({
        place: [1, 1, 3, 4, 5][index],
        displayName: "花子",
        score,
      })),
      own: { place: 7, score: 50 },
      isExcluded: false,
    });
  });

  it.each(["ranking", "排行", "ﾗﾝｷﾝｸﾞ"])("K1: %j is as good", async (text) => {
    await write(text);
    expect(lastAnswer()).toEqual({ kind: "ranking", language: "ja", top: [], isExcluded: false });
  });

  it("K1: a button stands for its word", async () => {
    await routeMessage(world.ports, tapped("ランキング"));
    expect(lastAnswer()).toMatchObject({ kind: "ranking" });
  });

  it.each(["frozen", "reveal"] as const)("is not told while it is %s on the board", async (stage) => {
    await sendPhoto("10", 90);
    world.store.stages.set(demoEvent.eventId, stage);
    await write("ranking");
    expect(lastAnswer()).toMatchObject({ kind: "note", note: "ranking-secret" });
    world.store.stages.set(demoEvent.eventId, "thanks");
    await write("ranking");
    expect(lastAnswer()).toMatchObject({ kind: "ranking", own: { place: 1 } });
  });

  it("R4: has no place for couple and staff", async () => {
    await sendPhoto("10", 90);
    changeGuest({ isExcluded: true, rankKey: undefined });
    await write("ranking");
    expect(lastAnswer()).toEqual({ kind: "ranking", language: "ja", top: [], isExcluded: true });
  });

  it.each([
    ["there is no event", "no-event", () => world.store.events.clear()],
    [
      "E6: its event is archived",
      "closed",
      () => world.store.events.set(demoEvent.eventId, { ...demoEvent, state: "archived" }),
    ],
    ["M7: the guest is banned", "banned", () => changeGuest({ bannedAt: 1 })],
  ])("says so when %s", async (_name, reason, arrange) => {
    await sendPhoto("10", 90);
    arrange();
    await write("ranking");
    expect(lastAnswer()).toMatchObject({ kind: "refused", reason });
  });
});

describe("K3: a name", () => {
  it("is told, and every photo and board follows", async () => {
    await sendPhoto("10", 90);
    await write("名前  はなこ \n さん");
    expect(lastAnswer()).toEqual({ kind: "note", language: "ja", note: "renamed", name: "はなこ さん" });
    await workOn();
    expect(world.store.publishedStandings.at(-1)).toMatchObject({ displayName: "はなこ さん" });
    expect(world.store.publishedPhotos.at(-1)).toMatchObject({ displayName: "はなこ さん" });
  });

  it("joins the open event on the way", async () => {
    await write("name Hana");
    expect(theGuest().guest).toMatchObject({ eventId: demoEvent.eventId, displayName: "Hana" });
    expect(world.store.persons.get(userId)).toMatchObject({ eventId: demoEvent.eventId });
    await sendPhoto("10", 90);
    expect([...world.store.photos.values()]).toMatchObject([{ displayName: "Hana" }]);
  });

  it.each([
    ["no event", "no-event", () => world.store.events.clear()],
    [
      "no event that is open yet",
      "not-yet-open",
      () => world.store.events.set(demoEvent.eventId, { ...demoEvent, opensAt: OPENED_AT + 1e6 }),
    ],
  ])("finds %s to join", async (_name, reason, arrange) => {
    arrange();
    await write("name Hana");
    expect(lastAnswer()).toMatchObject({ kind: "refused", reason });
    expect(world.store.guests.size).toBe(0);
  });

  it("E1: may be chosen after the closing, by who is a guest", async () => {
    await sendPhoto("10", 90);
    world.store.events.set(demoEvent.eventId, { ...demoEvent, state: "closed" });
    await write("name Hana");
    expect(lastAnswer()).toMatchObject({ note: "renamed" });
    await write("name Ken", "U".padEnd(33, "b"));
    expect(lastAnswer()).toMatchObject({ kind: "refused" });
    expect(world.store.guests.size).toBe(1);
  });

  it.each(["名前", "name ", "改名 \u200f", "名前 \u{e0001}"])("N1: %j asks how", async (text) => {
    await write(text);
    expect(lastAnswer()).toMatchObject({ note: "how-to-rename" });
    expect(world.store.guests.size).toBe(0);
  });

  it("N1: is cut as people count characters", async () => {
    await write(`名前 ${"👨‍👩‍👧".repeat(60)}`);
    expect(theGuest().guest.displayName).toBe("👨‍👩‍👧".repeat(40));
  });

  it("N2: with a word of the event's list waits for a host", async () => {
    world.store.events.set(demoEvent.eventId, { ...demoEvent, nameWords: ["ばか"] });
    await write("名前 バ カ花子");
    expect(lastAnswer()).toMatchObject({ note: "name-held", name: "ゲスト" });
    expect(theGuest().guest).toMatchObject({ displayName: "ゲスト", heldName: "バ カ花子" });
    await write("名前 花子");
    expect(lastAnswer()).toMatchObject({ note: "renamed", name: "花子" });
    expect(theGuest().guest).not.toHaveProperty("heldName");
  });

  it("N3: that a host gave stays", async () => {
    await sendPhoto("10", 90);
    changeGuest({ displayName: "新婦の友人", isNamedByHost: true });
    await write("名前 はなこ");
    expect(lastAnswer()).toMatchObject({ note: "named-by-host", name: "新婦の友人" });
    expect(theGuest().guest.displayName).toBe("新婦の友人");
  });

  it("M7: is refused to the banned", async () => {
    await sendPhoto("10", 90);
    changeGuest({ bannedAt: 1 });
    await write("名前 はなこ");
    expect(lastAnswer()).toMatchObject({ kind: "refused", reason: "banned" });
    expect(theGuest().guest.displayName).toBe("花子");
  });

  it("that comes once more does not undo a later one, and nobody is answered twice", async () => {
    const [first, second] = [written("名前 一"), written("名前 二")];
    for (const message of [first, second, first, second, first]) await routeMessage(world.ports, message);
    expect(theGuest().guest.displayName).toBe("二");
    expect(world.replies).toHaveLength(2);
  });

  it("is chosen and told once, whatever fails meanwhile", async () => {
    await sendPhoto("10", 90);
    const before = world.calls.length;
    await write("名前 零");
    const calls = world.calls.length - before;
    expect(calls).toBeGreaterThan(5);
    for (let at = 0; at < 2 * calls; at += 1) {
      world.queued.length = 0;
      world.replies.length = 0;
      let seen = 0;
      let hasFailed = false;
      world.hook = () => {
        if (hasFailed || seen++ !== at) return;
        hasFailed = true;
        throw new Error("the machine fell over");
      };
      const message = written(`名前 ${at}`);
      await untilDone(() => routeMessage(world.ports, message));
      world.hook = undefined;
      expect(hasFailed).toBe(true);
      expect(theGuest().guest.displayName).toBe(String(at));
      expect(world.replies.length).toBeLessThanOrEqual(1);
      await workOn();
      expect(world.store.publishedStandings.at(-1)).toMatchObject({ displayName: String(at) });
    }
  });
});

describe("K5: the screen", () => {
  it.each([
    ["表示しない", "表示する", "ja"],
    ["hide me", "show me", "en"],
    ["不要顯示", "顯示", "zh-Hant"],
  ] as const)(
    "%s takes all photos of the guest off it, %s brings them back",
    async (hide, show, language) => {
      world.profile = { displayName: "花子", language };
      await sendPhoto("10", 90);
      await write(hide);
      expect(lastAnswer()).toEqual({ kind: "note", language, note: "off-screen", name: "" });
      await workOn();
      expect([...world.store.photos.values()]).toMatchObject([{ state: "hidden", reason: "off-screen" }]);
      expect(world.store.publishedStandings.at(-1)).not.toHaveProperty("rankKey");
      await write("ランキング");
      expect(lastAnswer()).toEqual({ kind: "ranking", language, top: [], isExcluded: true });
      await write(show);
      expect(lastAnswer()).toMatchObject({ note: "on-screen" });
      await workOn();
      expect([...world.store.photos.values()]).toMatchObject([{ state: "shown" }]);
      expect(world.store.publishedStandings.at(-1)).toHaveProperty("rankKey");
    },
  );

  it("may be left before the first photo", async () => {
    await write("表示しない");
    await sendPhoto("10", 90);
    expect([...world.store.photos.values()]).toMatchObject([{ state: "hidden", reason: "off-screen" }]);
  });

  it("M7: is nothing for the banned", async () => {
    await sendPhoto("10", 90);
    changeGuest({ bannedAt: 1 });
    await write("表示する");
    expect(lastAnswer()).toMatchObject({ kind: "refused", reason: "banned" });
  });
});

describe("K4: a language", () => {
  it.each([
    ["日本語", "ja"],
    ["English", "en"],
    ["中文", "zh-Hant"],
  ] as const)("%s holds for the answer and everything after it", async (text, language) => {
    await sendPhoto("10", 90);
    await write(text);
    expect(lastAnswer()).toMatchObject({ kind: "note", note: "language-chosen", language });
    await write("???");
    expect(lastAnswer()).toMatchObject({ kind: "help", language });
    await sendPhoto("11", 95);
    expect(lastAnswer()).toMatchObject({ kind: "score", language });
  });

  it("may be chosen before joining", async () => {
    await write("English");
    expect(world.store.guests.size).toBe(0);
    await sendPhoto("10", 90);
    expect(lastAnswer()).toMatchObject({ kind: "score", language: "en" });
    expect(world.store.persons.get(userId)).toMatchObject({ eventId: demoEvent.eventId, language: "en" });
  });
});

describe("everything else", () => {
  it.each(languages)("is answered in the guest's language: %s", async (language) => {
    world.profile = { displayName: "花子", language };
    await write("マイページ");
    expect(lastAnswer()).toEqual({ kind: "my-page", language });
    await write("ヘルプ");
    expect(lastAnswer()).toEqual({ kind: "help", language, event: demoEvent });
  });
});
