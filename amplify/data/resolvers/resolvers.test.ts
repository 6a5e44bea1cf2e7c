import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type As, openApi } from "../../../tests/fixtures/api.ts";
import { createEvent } from "../../../tests/fixtures/create-event.ts";

let api: Awaited<ReturnType<typeof openApi>>;
let now = Date.UTC(2026, 10, 20, 12);
let event: { eventId: string; boardId: string };

beforeAll(async () => {
  api = await openApi(() => now);
});
afterAll(() => api.close());

async function ask<T>(as: As, query: string, variables: Record<string, unknown> = {}): Promise<T> {
  const { data, errors } = await api.request(as, query, variables);
  if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join("; "));
  // The only field asked for.
  return Object.values(data ?? {})[0] as T;
}

const saveGuest = async (
  guestId: string,
  displayName = guestId,
): Promise<{ displayName: string; version: number }> => {
  const { guest } = await ask<{ guest: { displayName: string; version: number } }>(
    "function",
    `mutation ($eventId: ID!, $guestId: ID!, $name: String!) {
      saveGuest(eventId: $eventId, guestId: $guestId, lineUserId: "U1", displayName: $name, language: "ja") {
        guest { displayName version }
      }
    }`,
    { eventId: event.eventId, guestId, name: displayName },
  );
  return guest;
};

const saveStanding = (
  guestId: string,
  expectedVersion: number,
  score?: number,
): Promise<{ isWon: boolean }> =>
  ask(
    "function",
    `mutation ($eventId: ID!, $guestId: ID!, $v: Int!, $score: Float, $rankKey: String) {
      saveStanding(eventId: $eventId, guestId: $guestId, expectedVersion: $v, score: $score, rankKey: $rankKey,
        photos: 1) { isWon }
    }`,
    {
      eventId: event.eventId,
      guestId,
      v: expectedVersion,
      ...(score !== undefined && { score, rankKey: `${String(score * 10).padStart(9, "0")}#1#${guestId}` }),
    },
  );

const savePhoto = (photoId: string, fields: Record<string, unknown> = {}): Promise<{ isWon: boolean }> =>
  ask(
    "function",
    `mutation ($eventId: ID!, $guestId: ID!, $photoId: ID!, $v: Int!, $state: String!, $image: String,
        $reason: String, $faces: [FaceReadingInput]) {
      savePhoto(eventId: $eventId, guestId: $guestId, photoId: $photoId, expectedVersion: $v, displayName: "Hanako", sentAt: 5,
        step: "read", state: $state, score: 99.5, image: $image, reason: $reason, faces: $faces, width: 800,
        height: 600, expiresAt: 2000000000) { isWon }
    }`,
    { eventId: event.eventId, guestId: "g1", photoId, v: 0, state: "shown", image: "p/1", ...fields },
  );

beforeEach(async () => {
  now += 1000;
  event = await createEvent(api, now);
});

describe("saveGuest", () => {
  test("creates a guest once; the second call returns the first as it is", async () => {
    await saveGuest("g1", "Hanako");
    expect(await saveGuest("g1", "Somebody else")).toEqual({ displayName: "Hanako", version: 1 });
  });
});

describe("lineUserOfGuest", () => {
  test("names the guest's LINE user alone, and nobody for who is no guest", async () => {
    await saveGuest("g1");
    const userOf = (guestId: string) =>
      ask("function", `query ($e: ID!, $g: ID!) { lineUserOfGuest(eventId: $e, guestId: $g) }`, {
        e: event.eventId,
        g: guestId,
      });
    expect(await userOf("g1")).toBe("U1");
    expect(await userOf("g2")).toBeNull();
  });
});

describe("saveStanding", () => {
  test("wins with the expected version only, and only once", async () => {
    await saveGuest("g1");
    expect(await saveStanding("g1", 1, 99.5)).toEqual({ isWon: true });
    expect(await saveStanding("g1", 1, 10)).toEqual({ isWon: false });
    expect(await saveStanding("g1", 2, 120)).toEqual({ isWon: true });
  });

  test("without a rank key the guest leaves the ranking", async () => {
    await saveGuest("g1");
    await saveStanding("g1", 1, 99.5);
    await saveStanding("g1", 2);
    expect((await board())?.standings).toEqual([]);
  });
});

describe("savePhoto", () => {
  test("writes a photo once for each version", async () => {
    expect(await savePhoto("100")).toEqual({ isWon: true });
    expect(await savePhoto("100", { image: "p/other" })).toEqual({ isWon: false });
    expect(await savePhoto("100", { v: 1, state: "hidden" })).toEqual({ isWon: true });
  });

  test("loses with a version that somebody else has moved on from", async () => {
    await savePhoto("100");
    expect(await savePhoto("100", { v: 1, state: "hidden" })).toEqual({ isWon: true });
    expect(await savePhoto("100", { v: 1, state: "pending" })).toEqual({ isWon: false });
    const [row] = (await api.rows("Photo")).filter((each) => JSON.stringify(each).includes(event.eventId));
    expect(row).toMatchObject({ state: { S: "hidden" }, version: { N: "2" } });
  });

  test("of several different ones at the same instant one wins", async () => {
    const won = await Promise.all(["p/1", "p/2", "p/3"].map((image) => savePhoto("100", { image })));
    expect(won.filter(({ isWon }) => isWon)).toHaveLength(1);
  });

  test("repeated by a retry it is won again and stored once", async () => {
    await savePhoto("100");
    expect(await savePhoto("100")).toEqual({ isWon: true });
    const rows = (await api.rows("Photo")).filter((row) => JSON.stringify(row).includes(event.eventId));
    expect(rows).toHaveLength(1);
  });
});

interface Board {
  title: string;
  standings: { guestId: string; score: number }[];
  photos: { photoId: string; displayName: string; image: string; faces: unknown[] }[];
  totals: { guests: number; photos: number };
}

const board = (boardId = event.boardId): Promise<Board | null> =>
  ask(
    "api-key",
    `query ($boardId: ID!) { board(boardId: $boardId) { title stage { name version } totals { guests photos }
      standings { boardId guestId displayName score rankKey version }
      photos { photoId displayName image faces { left width } version } } }`,
    { boardId },
  );

describe("board", () => {
  test("is null for an address that nobody has", async () => {
    expect(await board("nowhere")).toBeNull();
  });

  test("shows the ranking from the top and the shown photos with their guests' names", async () => {
    await saveGuest("g1", "Hanako");
    await saveGuest("g2", "Taro");
    await saveStanding("g1", 1, 99.5);
    await saveStanding("g2", 1, 180);
    const box = { left: 0.1, top: 0.2, width: 0.3, height: 0.4 };
    await savePhoto("100", { faces: [{ box, confidence: 99, emotions: [] }] });
    await savePhoto("101", { state: "hidden" });
    await savePhoto("102", { state: "pending" });
    const shown = await board();
    expect(shown?.standings.map(({ guestId }) => guestId)).toEqual(["g2", "g1"]);
    expect(shown?.photos).toMatchObject([
      { photoId: "100", displayName: "Hanako", image: "p/1", faces: [{ left: 0.1, width: 0.3 }] },
    ]);
  });

  test("knows nothing of another event", async () => {
    await saveGuest("g1");
    await saveStanding("g1", 1, 99.5);
    const { boardId } = await createEvent(api, now);
    expect((await board(boardId))?.standings).toEqual([]);
  });
});

describe("myPhoto", () => {
  const myPhoto = (guestId: string, photoId: string): Promise<unknown> =>
    ask(
      { eventId: event.eventId, guestId },
      `query ($id: ID!) { myPhoto(photoId: $id) { photoId state score place displayName eventTitle faces { confidence } } }`,
      { id: photoId },
    );

  test("shows a guest the own photo with the place", async () => {
    await saveGuest("g1", "Hanako");
    await saveGuest("g2");
    await saveGuest("g3");
    await saveStanding("g1", 1, 99.5);
    await saveStanding("g2", 1, 99.5);
    await saveStanding("g3", 1, 120);
    await savePhoto("100");
    expect(await myPhoto("g1", "100")).toEqual({
      photoId: "100",
      state: "shown",
      score: 99.5,
      place: 2,
      displayName: "Hanako",
      eventTitle: "Party",
      faces: [],
    });
  });

  test("has no place without a standing", async () => {
    await saveGuest("g1");
    await savePhoto("100", { state: "hidden", reason: "no-face" });
    expect(await myPhoto("g1", "100")).toMatchObject({ place: null, state: "hidden" });
  });

  test("is null for somebody else's photo", async () => {
    await saveGuest("g1");
    await saveGuest("g2");
    await savePhoto("100");
    expect(await myPhoto("g2", "100")).toBeNull();
  });

  test("is refused to a guest who does not exist", async () => {
    await expect(myPhoto("ghost", "100")).rejects.toThrow(/not authorized/i);
  });
});

describe("publishing", () => {
  test("reads the guest as it is now", async () => {
    await saveGuest("g1", "Hanako");
    await saveStanding("g1", 1, 99.5);
    const standing = await ask(
      "function",
      `mutation ($e: ID!) { publishStanding(eventId: $e, guestId: "g1") { boardId guestId score version photos } }`,
      { e: event.eventId },
    );
    expect(standing).toEqual({ boardId: event.boardId, guestId: "g1", score: 99.5, version: 2, photos: 1 });
  });

  test("sends a photo that is not shown as a tombstone without its picture", async () => {
    await saveGuest("g1", "Hanako");
    await savePhoto("100", { state: "hidden" });
    const photo = await ask(
      "function",
      `mutation ($e: ID!) { publishShownPhoto(eventId: $e, guestId: "g1", photoId: "100") {
        boardId photoId image score faces { left } version } }`,
      { e: event.eventId },
    );
    expect(photo).toEqual({
      boardId: event.boardId,
      photoId: "100",
      image: null,
      score: null,
      faces: null,
      version: 1,
    });
  });
});

describe("places and the ladder", () => {
  const place = (scoreKey: string): Promise<{ above: number; isComplete: boolean; ladder: unknown }> =>
    ask(
      "function",
      `query ($e: ID!, $k: String!) { place(eventId: $e, scoreKey: $k) { above isComplete
        ladder { guests rungs { place score } } } }`,
      { e: event.eventId, k: scoreKey },
    );

  test("counts only better scores", async () => {
    for (const [id, score] of Object.entries({ a: 50, b: 50, c: 70 })) {
      await saveGuest(id);
      await saveStanding(id, 1, score);
    }
    expect(await place("000000500")).toMatchObject({ above: 1, isComplete: true });
    expect(await place("000000700")).toMatchObject({ above: 0, isComplete: true });
  });

  test("one computation at a time, and an older ladder never replaces a later one", async () => {
    const claim = (dueAt: number): Promise<{ isWon: boolean }> =>
      ask(
        "function",
        `mutation ($e: ID!, $n: Float!, $d: Float!) { claimLadder(eventId: $e, now: $n, dueAt: $d) { isWon } }`,
        { e: event.eventId, n: now, d: dueAt },
      );
    expect(await claim(now + 3000.25)).toEqual({ isWon: true });
    expect(await claim(now + 3000.5)).toEqual({ isWon: false });
    // The same attempt after a lost answer.
    expect(await claim(now + 3000.25)).toEqual({ isWon: true });
    now += 4000;
    expect(await claim(now + 3000.5)).toEqual({ isWon: true });

    const save = (computedAt: number, guests: number): Promise<{ isWon: boolean }> =>
      ask(
        "function",
        `mutation ($e: ID!, $at: Float!, $g: Int!) { saveLadder(eventId: $e, rungs: "[{\\"place\\":1,\\"score\\":70}]",
          guests: $g, photos: 3, computedAt: $at) { isWon } }`,
        { e: event.eventId, at: computedAt, g: guests },
      );
    expect(await save(200, 3)).toEqual({ isWon: true });
    expect(await save(100, 1)).toEqual({ isWon: false });
    expect((await place("000000500")).ladder).toEqual({ guests: 3, rungs: [{ place: 1, score: 70 }] });
    expect((await board())?.totals).toEqual({ guests: 3, photos: 3 });
  });
});

describe("claimDelivery", () => {
  const claim = (attempt: string): Promise<{ isWon: boolean }> =>
    ask(
      "function",
      `mutation ($id: ID!, $kind: String!) {
        claimDelivery(deliveryId: $id, kind: $kind, recordedAt: 1, expiresAt: 2000000000) { isWon } }`,
      { id: `reply#${now}`, kind: `reply ${attempt}` },
    );

  test("is won by one attempt, and by its own repetition", async () => {
    const won = await Promise.all([claim("a"), claim("b"), claim("c")]);
    expect(won.filter(({ isWon }) => isWon)).toHaveLength(1);
    const winner = ["a", "b", "c"][won.findIndex(({ isWon }) => isWon)] ?? "";
    expect(await claim(winner)).toEqual({ isWon: true });
    expect(await claim("d")).toEqual({ isWon: false });
  });

  test("is known afterwards", async () => {
    await claim("a");
    expect(await ask("function", `query { hasDelivery(deliveryId: "reply#${now}") }`)).toBe(true);
    expect(await ask("function", `query { hasDelivery(deliveryId: "reply#other") }`)).toBe(false);
  });
});

describe("eventsToJoin", () => {
  test("E2: are the open events that opened last, at most two; before that the next one", async () => {
    const idsAt = async (n: number): Promise<unknown> => {
      const query = `query ($n: Float!) { eventsToJoin(now: $n) { events { eventId } } }`;
      const { events } = await ask<{ events: { eventId: string }[] }>("function", query, { n });
      return events.map(({ eventId }) => eventId);
    };
    // Years after everything else.
    const start = now + 10 * 365 * 86_400_000;
    const opening = async (afterMs: number, closesMs: number): Promise<string> =>
      (await createEvent(api, now, { opensAt: start + afterMs, closesAt: start + closesMs })).eventId;
    const first = await opening(0, 500);
    const second = await opening(100, 500);
    const third = await opening(200, 900);
    expect(await idsAt(start - 1)).toEqual([first]);
    expect(await idsAt(start + 50)).toEqual([first]);
    expect(await idsAt(start + 150)).toEqual([second, first]);
    expect(await idsAt(start + 250)).toEqual([third, second]);
    expect(await idsAt(start + 600)).toEqual([third]);
    expect(await idsAt(start + 900)).toEqual([]);
  });
});
