import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type As, openApi } from "../../../tests/fixtures/api.ts";
import {
  type CreatedEvent,
  createEvent,
  eventVariables,
  saveEvent,
} from "../../../tests/fixtures/create-event.ts";

let api: Awaited<ReturnType<typeof openApi>>;
let now = Date.UTC(2026, 10, 20, 12);
let event: CreatedEvent;

beforeAll(async () => {
  api = await openApi(() => now);
});
afterAll(() => api.close());
beforeEach(async () => {
  now += 1_000;
  event = await createEvent(api, now, { joinCode: String(now) });
});

async function ask<T>(as: As, query: string, variables: Record<string, unknown> = {}): Promise<T> {
  const { data, errors } = await api.request(as, query, variables);
  if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join("; "));
  // The only field asked for.
  return Object.values(data ?? {})[0] as T;
}
const change = (fields: Record<string, unknown>): ReturnType<typeof saveEvent> =>
  saveEvent(api, eventVariables(now, { ...event, expectedVersion: 1, ...fields }));
const hostEvent = (eventId = event.eventId): Promise<Record<string, unknown> | null> =>
  ask(
    "host",
    `query ($e: ID!) { hostEvent(eventId: $e) { title state boardId joinCode nameWords rules stage { name step version }
      version } }`,
    { e: eventId },
  );
const rowsOfEvent = async (): Promise<number> => (await api.rows("Event")).length;

describe("an event", () => {
  test("is made once, with its addresses, at the first stage", async () => {
    expect(await hostEvent()).toEqual({
      title: "Party",
      state: "open",
      boardId: event.boardId,
      joinCode: event.joinCode,
      nameWords: [],
      rules: null,
      stage: { name: "ranking", step: null, version: 1 },
      version: 1,
    });
    const before = await rowsOfEvent();
    const again = await saveEvent(api, eventVariables(now, { eventId: event.eventId, title: "Another" }));
    expect(again).toMatchObject({ isWon: false, event: null });
    expect(await hostEvent()).toMatchObject({ title: "Party" });
    expect(await rowsOfEvent()).toBe(before);
  });

  test("is made again by the same attempt after a lost answer, and keeps what came since", async () => {
    const wish = eventVariables(now, { rules: JSON.stringify({ standing: "best" }) });
    expect(await saveEvent(api, wish)).toMatchObject({ isWon: true });
    expect(await saveEvent(api, wish)).toMatchObject({ isWon: true, event: { version: 1 } });
    expect(await hostEvent(String(wish["eventId"]))).toMatchObject({
      rules: '{"standing":"best"}',
      version: 1,
    });
  });

  test("is changed once for each version; another attempt loses, its own repetition wins", async () => {
    expect(await change({ attempt: "a", title: "A", nameWords: ["x"] })).toMatchObject({
      isWon: true,
      event: { title: "A", version: 2 },
    });
    expect(await change({ attempt: "b", title: "B" })).toMatchObject({ isWon: false });
    expect(await change({ attempt: "a", title: "A", nameWords: ["x"] })).toMatchObject({ isWon: true });
    expect(await hostEvent()).toMatchObject({ title: "A", nameWords: ["x"], version: 2 });
    expect(await change({ attempt: "c", expectedVersion: 2, title: "C" })).toMatchObject({ isWon: true });
    expect(await change({ attempt: "a", title: "A" })).toMatchObject({ isWon: false });
    expect(await hostEvent()).toMatchObject({ title: "C", version: 3 });
  });

  test("keeps who answers questions and whether messages may cost; functions read the latter", async () => {
    await change({ contact: "Hanako", allowsPaidMessages: true });
    const fields = "eventId joinCode allowsPaidMessages contact";
    const saved = { ...event, contact: "Hanako", allowsPaidMessages: true };
    const { eventId, joinCode, contact, allowsPaidMessages } = saved;
    const expected = { eventId, joinCode, contact, allowsPaidMessages };
    const of = (as: As, field: string): Promise<unknown> =>
      ask(as, `query ($e: ID!) { ${field}(eventId: $e) { ${fields} } }`, { e: eventId });
    expect(await of("host", "hostEvent")).toEqual(expected);
    expect(await of("function", "event")).toEqual(expected);
    await change({ expectedVersion: 2 });
    expect(await of("host", "hostEvent")).toMatchObject({ contact: "", allowsPaidMessages: false });
  });

  test("B5: keeps what stands on the screen, and its boards know of which version that is", async () => {
    const fields = "hasSpotlight hasCornerQr hasSound";
    const usual = { hasSpotlight: true, hasCornerQr: true, hasSound: false };
    const board = (): Promise<unknown> =>
      ask("api-key", `query ($b: ID!) { board(boardId: $b) { ${fields} eventVersion } }`, {
        b: event.boardId,
      });
    const publish = `mutation ($e: ID!) { publishStage(eventId: $e) { version eventVersion } }`;
    const told = (): Promise<unknown> => ask("function", publish, { e: event.eventId });
    expect(await board()).toEqual({ ...usual, eventVersion: 1 });
    const other = { hasSpotlight: false, hasCornerQr: false, hasSound: true };
    await change(other);
    expect(await board()).toEqual({ ...other, eventVersion: 2 });
    expect(await told()).toEqual({ version: 1, eventVersion: 2 });
    expect(
      await ask("host", `query ($e: ID!) { hostEvent(eventId: $e) { ${fields} } }`, { e: event.eventId }),
    ).toEqual(other);
  });

  test("G11: keeps when a replay began, and boards know that and how the event counts", async () => {
    const fields = "name startedAt version";
    const save = `mutation ($e: ID!) { saveStage(eventId: $e, expectedVersion: 1, attempt: "a", name: "replay",
      startedAt: 1800000000000) { isWon } }`;
    expect(await ask("function", save, { e: event.eventId })).toEqual({ isWon: true });
    const kept = { name: "replay", startedAt: 1_800_000_000_000, version: 2 };
    const board = (): Promise<unknown> =>
      ask("api-key", `query ($b: ID!) { board(boardId: $b) { standingRule stage { ${fields} } } }`, {
        b: event.boardId,
      });
    expect(await board()).toEqual({ standingRule: "best", stage: kept });
    const publish = `mutation ($e: ID!) { publishStage(eventId: $e) { ${fields} } }`;
    expect(await ask("function", publish, { e: event.eventId })).toEqual(kept);
    const rules = JSON.stringify({ scoring: {}, standing: "best-three", missions: [], bannedWords: [] });
    const saveRules = `mutation ($e: ID!, $r: AWSJSON!) {
      saveRules(eventId: $e, expectedVersion: 1, rulesJobId: "j", rules: $r) { isWon } }`;
    expect(await ask("function", saveRules, { e: event.eventId, r: rules })).toEqual({ isWon: true });
    expect(await board()).toMatchObject({ standingRule: "best-three" });
  });

  test("of several hosts at the same instant is as one of them wants", async () => {
    const all = await Promise.all(["a", "b", "c"].map((name) => change({ attempt: name, title: name })));
    expect(all.filter(({ isWon }) => isWon)).toHaveLength(1);
  });

  test("shares its version with its rules", async () => {
    const saveRules = `mutation ($e: ID!) { saveRules(eventId: $e, expectedVersion: 1, rules: "{}", rulesJobId: "j") {
      isWon eventId event { rules version title } } }`;
    expect(await ask("function", saveRules, { e: event.eventId })).toEqual({
      isWon: true,
      eventId: event.eventId,
      event: { rules: "{}", version: 2, title: "Party" },
    });
    expect(await change({ title: "A" })).toMatchObject({ isWon: false });
    expect(await change({ title: "A", expectedVersion: 2 })).toMatchObject({ isWon: true });
    expect(await hostEvent()).toMatchObject({ rules: "{}", version: 3 });
  });

  test("is never made by a change", async () => {
    const before = await rowsOfEvent();
    expect(await change({ eventId: "nowhere" })).toMatchObject({ isWon: false });
    expect(await rowsOfEvent()).toBe(before);
  });
});

describe("a board's address", () => {
  const board = (boardId: string): Promise<{ title: string } | null> =>
    ask("api-key", `query ($b: ID!) { board(boardId: $b) { title stage { name version } } }`, { b: boardId });

  test("that was renewed is nobody's, and the new one is the event's", async () => {
    expect(await board(event.boardId)).toMatchObject({ title: "Party" });
    await change({ boardId: "renewed" });
    expect(await board(event.boardId)).toBeNull();
    expect(await board("renewed")).toMatchObject({ title: "Party" });
    const publish = `mutation ($e: ID!) { publishStage(eventId: $e) { boardId name } }`;
    expect(await ask("function", publish, { e: event.eventId })).toMatchObject({ boardId: "renewed" });
  });

  test("E6: of an archived event is nobody's until it comes back", async () => {
    await change({ state: "archived" });
    expect(await board(event.boardId)).toBeNull();
    await change({ expectedVersion: 2, state: "closed" });
    expect(await board(event.boardId)).toMatchObject({ title: "Party" });
  });
});

describe("a join code", () => {
  const eventOfCode = (): Promise<unknown> =>
    ask("function", `query ($c: String!) { eventOfCode(joinCode: $c) { eventId } }`, { c: event.joinCode });

  test("leads to its event, E5: unless that is archived", async () => {
    expect(await eventOfCode()).toEqual({ eventId: event.eventId });
    await change({ state: "closed" });
    expect(await eventOfCode()).toEqual({ eventId: event.eventId });
    await change({ expectedVersion: 2, state: "archived" });
    expect(await eventOfCode()).toBeNull();
  });

  test("E7: tells anybody who answers questions, what is kept and until when, and nothing else", async () => {
    const noticeOf = (joinCode: string): Promise<unknown> =>
      ask(
        "api-key",
        `query ($c: String!) { privacyNotice(joinCode: $c) {
          title language contact retentionEndsAt keepsAgeAndGender policy } }`,
        { c: joinCode },
      );
    const joinCode = "NNNNNN";
    const noticed = await createEvent(api, now, { joinCode, contact: "Hanako", keepsAgeAndGender: true });
    const notice = {
      title: "Party",
      language: "ja",
      contact: "Hanako",
      retentionEndsAt: now + 90 * 86_400_000,
      keepsAgeAndGender: true,
      policy: "show-first",
    };
    expect(await noticeOf(joinCode)).toEqual(notice);
    expect(await noticeOf("MMMMMM")).toBeNull();
    const wish = { eventId: noticed.eventId, expectedVersion: 1, joinCode, state: "archived" };
    await saveEvent(api, eventVariables(now, { ...wish, contact: "Hanako", keepsAgeAndGender: true }));
    expect(await noticeOf(joinCode)).toEqual(notice);
    await createEvent(api, now, { joinCode, title: "Another", contact: "" });
    expect(await noticeOf(joinCode)).toMatchObject({ title: "Another", contact: "" });
  });

  test("of an archived event may be another one's", async () => {
    await change({ state: "archived" });
    const other = await createEvent(api, now, { joinCode: event.joinCode });
    expect(await eventOfCode()).toEqual({ eventId: other.eventId });
  });
});

describe("events", () => {
  const events = (state: string): Promise<{ events: { eventId: string }[] }> =>
    ask("host", `query ($s: String!) { events(state: $s) { events { eventId opensAt } nextToken } }`, {
      s: state,
    });
  const ids = async (state: string): Promise<string[]> =>
    (await events(state)).events.map(({ eventId }) => eventId);

  test("are listed by their state, the one that opens last first", async () => {
    const later = await createEvent(api, now, { opensAt: now + 5_000 });
    expect((await ids("open")).slice(0, 2)).toEqual([later.eventId, event.eventId]);
    await change({ state: "archived" });
    expect(await ids("open")).not.toContain(event.eventId);
    expect((await ids("archived"))[0]).toBe(event.eventId);
  });

  test("E6: an archived one is nobody's next event", async () => {
    const toJoin = async (): Promise<unknown> =>
      ask("function", `query ($n: Float!) { eventsToJoin(now: $n) { events { eventId } } }`, { n: now });
    expect(JSON.stringify(await toJoin())).toContain(event.eventId);
    await change({ state: "archived" });
    expect(JSON.stringify(await toJoin())).not.toContain(event.eventId);
  });
});

describe("a stage", () => {
  const saveStage = (
    expectedVersion: number,
    attempt: string,
    name: string,
    step?: number,
  ): Promise<unknown> =>
    ask(
      "function",
      `mutation ($e: ID!, $v: Int!, $a: ID!, $n: String!, $s: Int) {
        saveStage(eventId: $e, expectedVersion: $v, attempt: $a, name: $n, step: $s) { isWon } }`,
      { e: event.eventId, v: expectedVersion, a: attempt, n: name, ...(step !== undefined && { s: step }) },
    );
  const stage = async (): Promise<unknown> => (await hostEvent())?.["stage"];

  test("G4: is set once for each version, again only by its own attempt", async () => {
    expect(await saveStage(1, "a", "frozen")).toEqual({ isWon: true });
    expect(await saveStage(1, "b", "wall")).toEqual({ isWon: false });
    expect(await saveStage(1, "a", "frozen")).toEqual({ isWon: true });
    expect(await stage()).toEqual({ name: "frozen", step: null, version: 2 });
    expect(await saveStage(2, "c", "reveal", 0)).toEqual({ isWon: true });
    expect(await stage()).toEqual({ name: "reveal", step: 0, version: 3 });
    expect(await saveStage(1, "a", "frozen")).toEqual({ isWon: false });
    expect(await stage()).toEqual({ name: "reveal", step: 0, version: 3 });
  });

  test("does not touch the settings' version, nor they the stage", async () => {
    await saveStage(1, "a", "wall");
    expect(await change({ title: "A" })).toMatchObject({ isWon: true, event: { stage: { name: "wall" } } });
    expect(await hostEvent()).toMatchObject({ title: "A", version: 2, stage: { name: "wall", version: 2 } });
  });

  test("is told as it is now, in its public shape", async () => {
    await saveStage(1, "a", "frozen");
    await saveStage(2, "b", "reveal", 3);
    const publish = `mutation ($e: ID!) { publishStage(eventId: $e) { boardId name step version } }`;
    expect(await ask("function", publish, { e: event.eventId })).toEqual({
      boardId: event.boardId,
      name: "reveal",
      step: 3,
      version: 3,
    });
  });

  test("never makes an event", async () => {
    const before = await rowsOfEvent();
    event = { ...event, eventId: "nowhere" };
    expect(await saveStage(1, "a", "wall")).toEqual({ isWon: false });
    expect(await rowsOfEvent()).toBe(before);
  });
});

describe("a person", () => {
  const savePerson = (lineUserId: string, eventId?: string, joinedAt?: number): Promise<unknown> =>
    ask(
      "function",
      `mutation ($u: ID!, $e: ID, $j: Float) { savePerson(lineUserId: $u, eventId: $e, joinedAt: $j, language: "ja") {
        eventId joinedAt } }`,
      {
        u: lineUserId,
        ...(eventId !== undefined && { e: eventId }),
        ...(joinedAt !== undefined && { j: joinedAt }),
      },
    );
  const eventOf = (lineUserId: string): Promise<unknown> =>
    ask("function", `query ($u: ID!) { person(lineUserId: $u) { eventId } }`, { u: lineUserId });

  test("E2: plays where the last join code led, whichever arrives last", async () => {
    const user = `U${now}`;
    await savePerson(user, "e1");
    await savePerson(user, "e2", 20);
    await savePerson(user, "e1", 10);
    expect(await eventOf(user)).toEqual({ eventId: "e2" });
    // Nor does a photo that was on its way lead back.
    await savePerson(user, "e1");
    expect(await eventOf(user)).toEqual({ eventId: "e2" });
    await savePerson(user, "e3", 30);
    expect(await eventOf(user)).toEqual({ eventId: "e3" });
  });

  test("K4: is not led away by a choice of the language that was made before joining", async () => {
    const user = `U${now}k`;
    await savePerson(user);
    expect(await eventOf(user)).toEqual({ eventId: null });
    await savePerson(user, "e1");
    await savePerson(user);
    expect(await eventOf(user)).toEqual({ eventId: "e1" });
  });
});

describe("who may", () => {
  const guest = { eventId: "e", guestId: "g" };
  const refusal = async (as: As, query: string): Promise<string | undefined> =>
    (await api.request(as, query)).errors?.[0]?.errorType;

  test.each([
    [`query { eventOfCode(joinCode: "x") { eventId } }`],
    [`mutation { publishStage(eventId: "e") { name } }`],
    [`mutation { saveStage(eventId: "e", expectedVersion: 1, attempt: "a", name: "wall") { isWon } }`],
    [
      `mutation { saveEvent(eventId: "e", expectedVersion: 1, attempt: "a", boardId: "b", joinCode: "c", title: "t",
        language: "ja", theme: "t", state: "open", opensAt: 1, closesAt: 2, retentionEndsAt: 3, policy: "p",
        moderation: "m", keepsAgeAndGender: true, allowsPaidMessages: false, contact: "",
        hasSpotlight: true, hasCornerQr: true, hasSound: false, nameWords: []) { isWon } }`,
    ],
  ])("functions alone: %s", async (query) => {
    for (const as of ["host", "api-key", guest] as const)
      expect(await refusal(as, query)).toBe("Unauthorized");
    expect(await refusal("function", query)).not.toBe("Unauthorized");
  });

  test.each([
    [`query { events(state: "open") { nextToken } }`],
    [`query { hostEvent(eventId: "e") { title } }`],
    [`mutation { createEvent(title: "t", opensAt: 1, closesAt: 2) { eventId } }`],
    [`mutation { updateEvent(eventId: "e", seen: 1, change: "{}") { eventId } }`],
    [`mutation { renewBoard(eventId: "e", seen: 1) { eventId } }`],
    [`mutation { duplicateEvent(eventId: "e", title: "t", opensAt: 1, closesAt: 2) { eventId } }`],
    [`mutation { setStage(eventId: "e", name: "wall", seen: 1, attempt: "a") { name } }`],
  ])("hosts, not guests and boards: %s", async (query) => {
    for (const as of ["api-key", guest] as const) expect(await refusal(as, query)).toBe("Unauthorized");
    expect(await refusal("host", query)).not.toBe("Unauthorized");
  });
});
