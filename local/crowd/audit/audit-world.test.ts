import { describe, expect, test } from "vitest";
import { emptyBoard } from "#domain/board";
import { botWords } from "#domain/words/bot";
import type { Sent } from "../sent.ts";
import { auditWorld } from "./audit-world.ts";
import { smallEvening } from "./small-evening.ts";
import type { StoredPhoto, World } from "./world.ts";

const rules = { isHealthy: true, setBackMs: 0 };
const broken = (sent: Sent, world: World, also = rules): readonly string[] =>
  auditWorld(sent, world, also)
    .checks.filter(({ violations }) => violations.length > 0)
    .map(({ name }) => name);

/** The rules that an evening breaks after a change of its world. */
function after(change: (world: World) => Partial<World>, also = rules): readonly string[] {
  const { sent, world } = smallEvening();
  return broken(sent, { ...world, ...change(world) }, also);
}

const photo =
  (id: string, change: Partial<StoredPhoto>) =>
  (world: World): Partial<World> => ({
    photos: world.photos.map((row) => (row.photoId === id ? { ...row, ...change } : row)),
  });
const testimony = (change: (world: World) => Partial<World["testimony"]>) => (world: World) => ({
  testimony: { ...world.testimony, ...change(world) },
});
const board = (change: Partial<World["testimony"]["board"]>) =>
  testimony((world) => ({ board: { ...world.testimony.board, ...change } }));
const chat =
  (guest: number, change: (entries: World["chats"][number]) => World["chats"][number]) =>
  (world: World): Partial<World> => ({
    chats: world.chats.map((entries, at) => (at === guest ? change(entries) : entries)),
  });

test("an evening on which all is well breaks no rule, and every rule but one has cases", () => {
  const { sent, world } = smallEvening();
  const { checks, isClean, counts } = auditWorld(sent, world, rules);
  expect(checks.filter(({ violations }) => violations.length > 0)).toEqual([]);
  expect(isClean).toBe(true);
  expect(checks.filter(({ cases }) => cases === 0).map(({ name }) => name)).toEqual([
    "nobody else is on the board",
  ]);
  expect(counts).toMatchObject({
    sent: 6,
    accepted: 6,
    unsent: 1,
    stored: 6,
    shown: 1,
    repeated: 1,
    duplicates: 1,
    unheard: 0,
    repaired: 0,
  });
});

describe("the audit finds", () => {
  test.each<[string, string, (world: World) => Partial<World>]>([
    [
      "a lost photo",
      "each accepted photo is stored once",
      ({ photos }) => ({ photos: photos.filter(({ photoId }) => photoId !== "1002") }),
    ],
    [
      "a photo that is there twice",
      "each accepted photo is stored once",
      ({ photos }) => ({
        photos: [...photos, ...photos.slice(1, 2).map((row) => ({ ...row, guestId: "guest hanako" }))],
      }),
    ],
    [
      "a photo that nobody sent",
      "nothing is stored that nobody sent",
      ({ photos }) => ({
        photos: [...photos, ...photos.slice(1, 2).map((row) => ({ ...row, photoId: "666" }))],
      }),
    ],
    ["another's photo", "each photo belongs to its guest", photo("1002", { guestId: "guest hanako" })],
    ["a cake on the screen", "each photo is what the rules make of it", photo("1002", { state: "shown" })],
    [
      "a repeated photo on the screen",
      "each photo is what the rules make of it",
      photo("1005", { state: "shown", image: "p/1005" }),
    ],
    [
      "a duplicate of nothing",
      "each photo is what the rules make of it",
      photo("1005", { contentHash: "another", lookHash: "00000000fffffffe" }),
    ],
    [
      "a duplicate of a photo that was taken back",
      "each photo is what the rules make of it",
      photo("1001", { state: "removed" }),
    ],
    [
      "the earlier one hidden instead of the later one",
      "each photo is what the rules make of it",
      ({ photos }) => ({
        photos: photos.map((row) => (row.photoId === "1005" ? { ...row, sentAt: row.sentAt - 10 } : row)),
      }),
    ],
    [
      "a duplicate whose copies are still there",
      "each photo is what the rules make of it",
      photo("1005", { image: "p/1005" }),
    ],
    [
      "a repeated photo whose look was not kept",
      "what is sent again is a duplicate",
      photo("1005", { contentHash: "another", state: "shown", reason: "flagged" }),
    ],
    ["a duplicate of another picture", "nothing else is one", photo("1005", { duplicateOf: "1002" })],
    [
      "a guest who was told the wrong reason",
      "each refusal says why",
      chat(1, (entries) =>
        entries.map((entry) =>
          entry.answers === "1002"
            ? { ...entry, body: { type: "text", text: botWords.en.refusal("duplicate", undefined) } }
            : entry,
        ),
      ),
    ],
    ["a face too few", "each photo is what the rules make of it", photo("1001", { faces: [] })],
    [
      "mixed up bytes",
      "what is kept are the bytes that were sent",
      photo("1001", { contentHash: "hash 1002" }),
    ],
    ["a wrong score", "each score is the sum of its faces", photo("1001", { score: 91 })],
    ["a photo that is stuck", "each photo went its whole way", photo("1002", { step: "read" })],
    [
      "a photo that came back",
      "a photo taken back leaves nothing",
      photo("1003", { state: "shown", score: 90 }),
    ],
    ["a withdrawn photo's original", "a photo taken back leaves nothing", photo("1003", { original: "x" })],
    [
      "an unsend that was forgotten",
      "a photo taken back leaves nothing",
      ({ deliveries }) => ({
        deliveries: deliveries.filter(({ deliveryId }) => deliveryId !== "unsent#1003"),
      }),
    ],
    [
      "a guest in another language",
      "each guest is there once, in the own language",
      ({ guests }) => ({ guests: guests.map((guest) => ({ ...guest, language: "zh-Hant" })) }),
    ],
    [
      "a standing that drifted",
      "each standing follows from the guest's photos",
      ({ guests }) => ({ guests: guests.map((guest) => ({ ...guest, photos: guest.photos + 1 })) }),
    ],
    ["an empty board", "the board's order is that of the derived ranking", board({ standings: [] })],
    ["a photo missing on the board", "the board shows the latest photos", board({ photos: [] })],
    ["wrong totals", "the totals are right", board({ totals: { guests: 2, photos: 1 } })],
    [
      "a screen that stayed behind",
      "the screen shows at the end what a fresh one does",
      testimony(() => ({ after: emptyBoard })),
    ],
    ["a lost message", "no message is lost on the way", testimony(() => ({ before: emptyBoard }))],
    [
      "two contents of one version",
      "one version has one content",
      testimony(({ testimony: { heard } }) => ({
        heard: [...heard, ...heard.map((message) => ({ ...message, row: "another" }))],
      })),
    ],
    [
      "a LINE user's id in public",
      "nothing public names a LINE user",
      testimony(() => ({ text: `{"by":"U${"f".repeat(32)}"}` })),
    ],
    [
      "a second reply",
      "at most one reply to each message",
      chat(0, (entries) => [...entries, ...entries.filter(({ answers }) => answers === "1001")]),
    ],
    [
      "a push",
      "nothing is pushed",
      chat(0, (entries) => entries.map((entry) => ({ ...entry, via: "push" }))),
    ],
    [
      "a message that nobody meant to answer",
      "an answer to each accepted message was tried",
      ({ deliveries }) => ({
        deliveries: deliveries.filter(({ deliveryId }) => deliveryId !== "reply#1004"),
      }),
    ],
    [
      "an answer that never came",
      "each accepted message got its answer",
      chat(1, (entries) => entries.filter(({ from }) => from === "guest")),
    ],
    [
      "a result that nobody told",
      "each result was told, or a reply to its guest was lost",
      chat(0, (entries) =>
        entries.map((entry) =>
          entry.answers === "1001"
            ? { ...entry, body: { type: "flex", altText: botWords.ja.received } }
            : entry,
        ),
      ),
    ],
    [
      "a result that still waits",
      "no result waits that its guest could have heard",
      photo("1001", { isUntold: true }),
    ],
    [
      "a card with another score",
      "each card tells the score that is stored",
      chat(0, (entries) =>
        entries.map((entry) => ({ ...entry, body: { ...entry.body, text: "91.0pt", altText: "91.0pt" } })),
      ),
    ],
    [
      "an answer to a photo that was taken back",
      "no answer to a photo after it was taken back",
      ({ deliveries }) => ({
        deliveries: [
          ...deliveries,
          { deliveryId: "reply#1003", kind: "reply 1", recordedAt: 1_900_000_000_000 },
        ],
      }),
    ],
    [
      "a missing copy",
      "each shown photo has its public copies",
      ({ objects }) => ({ objects: objects.filter((key) => key !== "public/p/1001-s.jpg") }),
    ],
    [
      "a missing original",
      "each kept photo has its original",
      ({ objects }) => ({ objects: objects.filter((key) => key !== "originals/1002.jpg") }),
    ],
    [
      "a missing private copy",
      "each kept picture has its private copies",
      ({ objects }) => ({ objects: objects.filter((key) => !/^copies.*1002-s/.test(key)) }),
    ],
    [
      "a photo under a former name",
      "each photo bears its guest's name",
      ({ photos }) => ({ photos: photos.map((photo) => ({ ...photo, displayName: "somebody" })) }),
    ],
    [
      "a file left over",
      "no file is left over",
      ({ objects }) => ({ objects: [...objects, "public/p/1003.jpg"] }),
    ],
    ["a picture that cannot be seen", "the CDN serves what is shown", withStatus("p/1001.jpg", 403)],
    ["an original in public", "the CDN serves nothing else", withStatus("originals/1001.jpg", 200)],
    [
      "a private copy in public",
      "the CDN serves nothing else",
      ({ cdn }) => ({
        cdn: cdn.map((answer) => (answer.key.startsWith("copies/") ? { ...answer, status: 200 } : answer)),
      }),
    ],
    ["work undone", "the queues are empty", () => ({ waiting: 1 })],
    [
      "two replies to one set",
      "at most one reply to each message",
      chat(1, (entries) =>
        entries.flatMap((entry) =>
          entry.answers === "1007" ? [entry, { ...entry, answers: "1006" }] : entry,
        ),
      ),
    ],
    [
      "a photo of a set that its reply forgot",
      "each result was told, or a reply to its guest was lost",
      inSet(([first]) => [first]),
    ],
    [
      "a set in the order of arrival",
      "a set's results come in the order of choice",
      inSet((cards) => cards.toReversed()),
    ],
    [
      "a card that is there twice",
      "a set's reply tells each of its photos once, and no other",
      inSet((cards) => [...cards, ...cards.slice(0, 1)]),
    ],
    [
      "more cards than a carousel holds",
      "no carousel is larger than LINE takes",
      inSet((cards) => Array.from({ length: 13 }, () => cards[0])),
    ],
    [
      "a set of which one photo was taken back before it was told",
      "no answer to a photo after it was taken back",
      ({ deliveries }) => ({
        deliveries: [...deliveries, { deliveryId: "unsent#1006", kind: "unsent 1", recordedAt: 1 }],
      }),
    ],
  ])("%s", (_name, rule, change) => {
    expect(after(change)).toContain(rule);
  });
});

function inSet(change: (cards: readonly unknown[]) => readonly unknown[]) {
  return chat(1, (entries) =>
    entries.map((entry) => {
      const { contents } = entry.body;
      if (typeof contents !== "object" || contents === null || !("contents" in contents)) return entry;
      const cards = change([contents.contents].flat());
      return { ...entry, body: { ...entry.body, contents: { ...contents, contents: cards } } };
    }),
  );
}

describe("M6: a host's word", () => {
  const says = (photoId: string, word: "show" | "hide") => {
    const { sent, world } = smallEvening();
    return broken({ ...sent, hostWords: [{ photoId, says: word }] }, world);
  };

  test("that nobody followed is found", () => {
    expect(says("1001", "hide")).toEqual(["each photo is what the rules make of it"]);
    expect(says("1002", "show")).toEqual(["each photo is what the rules make of it"]);
  });

  test("that says what is so anyway changes nothing", () => {
    expect(says("1001", "show")).toEqual([]);
  });
});

function withStatus(key: string, status: number) {
  return ({ cdn }: World): Partial<World> => ({
    cdn: cdn.map((answer) => (answer.key === key ? { key, status } : answer)),
  });
}

describe("what a storm excuses", () => {
  const inStorm = { isHealthy: false, setBackMs: 3_000 };

  test("a photo that LINE could not deliver", () => {
    const undelivered = chat(1, (entries) =>
      entries.map(({ readAt: _readAt, ...entry }) =>
        entry.messageId === "1002" ? entry : { ...entry, readAt: 1 },
      ),
    );
    const lost = after((world) => ({
      ...undelivered(world),
      photos: world.photos.filter(({ photoId }) => photoId !== "1002"),
      objects: world.objects.filter((key) => !key.includes("1002")),
    }));
    expect(lost).toEqual([]);
  });

  test("a reply that was lost on the way, after it was tried", () => {
    const unheard = chat(1, (entries) => entries.filter(({ from }) => from === "guest"));
    expect(after(unheard, inStorm)).toEqual([]);
    expect(after(unheard)).toContain("each result was told, or a reply to its guest was lost");
  });

  test("messages lost where sockets are cut, once a re-read has repaired them", () => {
    const { sent, world } = smallEvening();
    const late = testimony(() => ({ before: emptyBoard }))(world);
    expect(broken(sent, { ...world, ...late }, inStorm)).toEqual([]);
    expect(auditWorld(sent, { ...world, ...late }, inStorm).counts.repaired).toBe(2);
  });

  test("time stamps only as far as the clock was set back", () => {
    const late = (recordedAt: number) => (world: World) => ({
      deliveries: [...world.deliveries, { deliveryId: "reply#1003", kind: "reply 1", recordedAt }],
    });
    expect(after(late(1_800_000_002_000), inStorm)).toEqual([]);
    expect(after(late(1_800_000_004_000), inStorm)).toEqual(["no answer to a photo after it was taken back"]);
  });
});

test("A2: a result told later counts as told, but not twice", () => {
  const later = (count: number) =>
    chat(0, (entries) =>
      entries.map((entry) => {
        if (entry.answers === "1001")
          return { ...entry, body: { type: "flex", altText: botWords.ja.received } };
        if (entry.answers !== "1004") return entry;
        const lines = Array.from({ length: count }, () => "・90.0pt");
        return { ...entry, body: { type: "text", text: [botWords.ja.earlierResults, ...lines].join("\n") } };
      }),
    );
  expect(after(later(1))).toEqual([]);
  expect(after(later(2))).toEqual([
    "no result is told twice",
    "each result was told, or a reply to its guest was lost",
  ]);
});

test("no report names a LINE user", () => {
  const { sent, world } = smallEvening();
  const audit = auditWorld(sent, { ...world, photos: [], guests: [], objects: [] }, rules);
  expect(audit.isClean).toBe(false);
  expect(JSON.stringify(audit)).not.toMatch(/U[0-9a-f]{32}/);
});
