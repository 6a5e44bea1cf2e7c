import { randomUUID } from "node:crypto";
import { Amplify } from "aws-amplify";
import { ConsoleLogger } from "aws-amplify/utils";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { cardText } from "../../cli/card-text.ts";
import { startSession } from "../../cli/rights/ask.ts";
import { signInHost } from "../../cli/rules/sign-in.ts";
import { ask, LoopbackSocket, type Watched, watch } from "../contract/amplify-client.ts";
import { freshPicture } from "../fixtures/fresh-picture.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";
import { waitUntil } from "../fixtures/wait-until.ts";

// Two ceremonies on one evening with one bot: everything goes through the vendor's client and LINE.

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
  const { endpoints } = stack;
  await signInHost(endpoints);
  vi.stubGlobal("WebSocket", LoopbackSocket);
  ConsoleLogger.LOG_LEVEL = "ERROR"; // it warns of every endpoint that is not AWS's own
  const { graphqlUrl: endpoint, region, apiKey, userPoolId, userPoolClientId, userPoolEndpoint } = endpoints;
  Amplify.configure({
    API: { GraphQL: { endpoint, region, apiKey, defaultAuthMode: "userPool" } },
    Auth: { Cognito: { userPoolId, userPoolClientId, userPoolEndpoint } },
  });
}, 180_000);
afterAll(async () => {
  vi.unstubAllGlobals();
  await stack.close();
});

/** As the signed-in host; the value of the only field. */
async function order<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
  const { data } = await ask({ query, variables });
  return Object.values(data as Record<string, T>)[0] as T;
}
const errorOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => "done",
    (error: { errors?: { errorType?: string; message: string }[] }) => error.errors?.[0] ?? "nobody answered",
  );

interface CeremonyEvent {
  readonly eventId: string;
  readonly boardId: string;
  readonly joinCode: string;
  readonly title: string;
  readonly state: string;
  readonly policy: string;
  readonly rules: string | null;
  readonly stage: { readonly name: string; readonly version: number };
  readonly version: number;
}
const fields =
  "eventId boardId joinCode title state theme policy moderation rules stage { name step version } version";
const create = (title: string, more: Record<string, unknown> = {}): Promise<CeremonyEvent> =>
  order(
    `mutation ($title: String!, $template: String, $opensAt: Float!, $closesAt: Float!) {
      createEvent(title: $title, template: $template, opensAt: $opensAt, closesAt: $closesAt) { ${fields} } }`,
    { title, opensAt: Date.now() - 1_000, closesAt: Date.now() + 3_600_000, ...more },
  );
const update = ({ eventId }: CeremonyEvent, seen: number, change: object): Promise<CeremonyEvent> =>
  order(
    `mutation ($e: ID!, $v: Int!, $c: AWSJSON!) { updateEvent(eventId: $e, seen: $v, change: $c) { ${fields} } }`,
    { e: eventId, v: seen, c: JSON.stringify(change) },
  );
const renew = ({ eventId }: CeremonyEvent, seen: number): Promise<CeremonyEvent> =>
  order(`mutation ($e: ID!, $v: Int!) { renewBoard(eventId: $e, seen: $v) { ${fields} } }`, {
    e: eventId,
    v: seen,
  });
const setStage = (
  { eventId }: CeremonyEvent,
  name: string,
  seen: number,
  attempt: string,
  step?: number,
): Promise<unknown> =>
  order(
    `mutation ($e: ID!, $n: String!, $s: Int, $v: Int!, $a: ID!) {
      setStage(eventId: $e, name: $n, step: $s, seen: $v, attempt: $a) { name step version } }`,
    { e: eventId, n: name, v: seen, a: attempt, ...(step !== undefined && { s: step }) },
  );
const hostEvent = (eventId: string): Promise<CeremonyEvent> =>
  order(`query ($e: ID!) { hostEvent(eventId: $e) { ${fields} } }`, { e: eventId });

interface Board {
  readonly title: string;
  readonly totals: { readonly guests: number; readonly photos: number };
  readonly standings: readonly { readonly displayName: string; readonly score: number }[];
  readonly photos: readonly { readonly photoId: string; readonly displayName: string }[];
}
const board = (boardId: string): Promise<Board | null> =>
  stack.graphql(
    `query ($b: ID!) { board(boardId: $b) { title stage { name } totals { guests photos }
      standings { guestId displayName score } photos { photoId displayName } } }`,
    { b: boardId },
  );

/** What the bot answered to a text. */
async function say(name: string, text: string): Promise<string> {
  const userId = await stack.phones.userNamed(name);
  const { messageId } = stack.line.guests.sendText(userId, text);
  const answers = () =>
    stack.line.chats.messagesOf(userId).filter(({ from, answers: to }) => from === "bot" && to === messageId);
  await waitUntil("the bot's answer", () => answers().length > 0);
  return answers()
    .map(({ body }) => cardText(body))
    .join("\n");
}
async function send(name: string, picture: Buffer): Promise<string> {
  const bodies = await stack.phones.sendPicture(await stack.phones.userNamed(name), picture, 50_000);
  return bodies.map((body) => cardText(body)).join("\n");
}
const drawn = (): Promise<Buffer> => freshPicture("three-friends", 500);

/** Everything that a board is told, by anybody with the API key. */
async function follow(boardId: string): Promise<{ readonly all: () => unknown[]; end(): void }> {
  const before = stack.api.connections().subscriptionCount;
  const topics: readonly string[] = [
    "onStanding(boardId: $b) { boardId guestId displayName score version }",
    "onShownPhoto(boardId: $b) { boardId photoId displayName version }",
    "onStage(boardId: $b) { boardId name step version }",
  ];
  const watched: Watched[] = topics.map((topic) =>
    watch({ query: `subscription ($b: ID!) { ${topic} }`, variables: { b: boardId }, authMode: "apiKey" }),
  );
  await waitUntil("the subscriptions", () => stack.api.connections().subscriptionCount === before + 3);
  return {
    all: () => watched.flatMap(({ events }) => events.map((event) => Object.values(Object(event))[0])),
    end: () => watched.forEach(({ end }) => end()),
  };
}
const quiet = (): Promise<void> => waitUntil("quiet queues", () => stack.waitingMessages() === 0);

describe("two events at the same time", () => {
  let wedding: CeremonyEvent;
  let party: CeremonyEvent;
  beforeAll(async () => {
    wedding = await create("山田家 披露宴", { template: "wedding" });
    party = await create("忘年会", { template: "company-party" });
    // Here nothing checks what is on pictures: enforced, all would wait for a host.
    party = await update(party, 1, { moderation: "assist" });
  }, 60_000);

  test("begin as their templates say, each with addresses of its own", () => {
    expect(JSON.parse(party.rules ?? "")).toMatchObject({ standing: "best-three" });
    expect(wedding).toMatchObject({ state: "open", policy: "show-first", version: 1 });
    const names = [wedding, party].flatMap(({ eventId, boardId, joinCode }) => [eventId, boardId, joinCode]);
    expect(new Set(names).size).toBe(6);
  });

  test("stay apart: guests, photos, boards, rankings, totals, subscriptions, duplicates", async () => {
    const [weddingBoard, partyBoard] = [await follow(wedding.boardId), await follow(party.boardId)];
    expect(await say("Aoi", wedding.joinCode)).toContain("山田家 披露宴");
    expect(await say("Ren", ` ${party.joinCode.toLowerCase()} `)).toContain("忘年会");
    expect(await say("Yui", wedding.joinCode)).toContain("山田家 披露宴");
    const shared = await drawn();
    expect(await send("Aoi", await drawn())).toContain("pt");
    expect(await send("Ren", shared)).toContain("pt");
    // The same picture in another event is no repetition; in the same one it is.
    expect(await send("Yui", shared)).toContain("pt");
    expect(await say("Yui", party.joinCode)).toContain("忘年会");
    expect(await send("Yui", shared)).not.toContain("pt");
    expect(await send("Yui", await drawn())).toContain("pt");
    await quiet();

    const [ofWedding, ofParty] = [await board(wedding.boardId), await board(party.boardId)];
    const namesOf = (rows: readonly { readonly displayName: string }[] = []) =>
      rows.map(({ displayName }) => displayName).toSorted();
    expect(namesOf(ofWedding?.standings)).toEqual(["Aoi", "Yui"]);
    expect(namesOf(ofWedding?.photos)).toEqual(["Aoi", "Yui"]);
    expect(namesOf(ofParty?.standings)).toEqual(["Ren", "Yui"]);
    expect(namesOf(ofParty?.photos)).toEqual(["Ren", "Yui"]);
    for (const { boardId } of [wedding, party]) {
      // They follow within seconds.
      await waitUntil("the totals", async () => {
        const { guests, photos } = (await board(boardId))?.totals ?? {};
        return guests === 2 && photos === 2;
      });
    }
    const ids = [...(ofWedding?.photos ?? []), ...(ofParty?.photos ?? [])].map(({ photoId }) => photoId);
    expect(new Set(ids).size).toBe(4);
    // Nothing of either reached the event that opened before them.
    expect(await board(stack.endpoints.boardId)).toMatchObject({ standings: [], photos: [] });

    for (const [heard, own, names] of [
      [weddingBoard, wedding, ["Aoi", "Yui"]],
      [partyBoard, party, ["Ren", "Yui"]],
    ] as const) {
      await waitUntil("the board to hear of its photos", () => heard.all().length >= 4);
      const told = heard.all() as { boardId: string; displayName: string }[];
      expect(new Set(told.map(({ boardId }) => boardId))).toEqual(new Set([own.boardId]));
      expect([...new Set(told.map(({ displayName }) => displayName))].toSorted()).toEqual(names);
      heard.end();
    }
  });

  test("one who plays in both sees each photo in its own", async () => {
    const userId = await stack.phones.userNamed("Yui");
    const photos = (await board(wedding.boardId))?.photos ?? [];
    const photoId = photos.find(({ displayName }) => displayName === "Yui")?.photoId ?? "";
    const { endpoints } = stack;
    const idToken = await stack.login.issueIdToken({ userId });
    const session = await startSession(endpoints, idToken, photoId);
    const query = `query ($p: ID!) { myPhoto(photoId: $p) { eventTitle } }`;
    const { data } = await ask({ query, variables: { p: photoId }, authMode: "lambda", authToken: session });
    expect(data).toEqual({ myPhoto: { eventTitle: "山田家 披露宴" } });
    const elsewhere = await startSession(endpoints, await stack.login.issueIdToken({ userId }), undefined);
    const other = await ask({ query, variables: { p: photoId }, authMode: "lambda", authToken: elsewhere });
    expect(other.data).toEqual({ myPhoto: null });
  });

  test("have a stage each", async () => {
    const [weddingBoard, partyBoard] = [await follow(wedding.boardId), await follow(party.boardId)];
    expect(await setStage(wedding, "frozen", 1, "a")).toEqual({ name: "frozen", step: null, version: 2 });
    await waitUntil("the board to hear of the stage", () => weddingBoard.all().length === 1);
    expect(weddingBoard.all()).toEqual([
      { boardId: wedding.boardId, name: "frozen", step: null, version: 2 },
    ]);
    expect(await setStage(party, "wall", 1, "a")).toMatchObject({ name: "wall", version: 2 });
    await waitUntil("the other board to hear of its own", () => partyBoard.all().length === 1);
    expect(weddingBoard.all()).toHaveLength(1);
    expect(await board(wedding.boardId)).toMatchObject({ stage: { name: "frozen" } });
    weddingBoard.end();
    partyBoard.end();
  });

  test("E6: one is archived: no board, no photo, no new guest; the other goes on", async () => {
    expect(await update(wedding, 1, { state: "archived" })).toMatchObject({ state: "archived", version: 2 });
    expect(await board(wedding.boardId)).toBeNull();
    const before = (await stack.rows("Photo")).length;
    expect(await send("Aoi", await drawn())).not.toContain("pt");
    expect(await stack.rows("Photo")).toHaveLength(before);
    expect(await say("Mio", wedding.joinCode)).not.toContain("山田家 披露宴");
    // Yui plays in the other one.
    expect(await send("Yui", await drawn())).toContain("pt");
    await quiet();
    expect((await board(party.boardId))?.photos).toHaveLength(3);
    const listed = (state: string): Promise<{ events: { eventId: string }[] }> =>
      order(`query ($s: String!) { events(state: $s) { events { eventId } nextToken } }`, { s: state });
    expect((await listed("archived")).events).toEqual([{ eventId: wedding.eventId }]);
    expect((await listed("open")).events.map(({ eventId }) => eventId)).not.toContain(wedding.eventId);
  });

  test("a copy begins empty, beside its original", async () => {
    const copy = await order<CeremonyEvent>(
      `mutation ($e: ID!, $o: Float!, $c: Float!) {
        duplicateEvent(eventId: $e, title: "新年会", opensAt: $o, closesAt: $c) { ${fields} } }`,
      { e: party.eventId, o: Date.now(), c: Date.now() + 3_600_000 },
    );
    expect(copy).toMatchObject({
      title: "新年会",
      rules: party.rules,
      stage: { name: "ranking", version: 1 },
    });
    expect(copy.joinCode).not.toBe(party.joinCode);
    expect(await board(copy.boardId)).toMatchObject({ title: "新年会", standings: [], photos: [] });
    expect((await board(party.boardId))?.photos).toHaveLength(3);
  });
});

describe("a board's address", () => {
  test("that was renewed: the old one answers nothing and falls silent, the new one lives", async () => {
    const event = await create("更新");
    await say("Sora", event.joinCode);
    const old = await follow(event.boardId);
    await send("Sora", await drawn());
    await waitUntil("the board to hear of the photo", () => old.all().length >= 2);
    await quiet();
    const heardBefore = old.all().length;

    const renewed = await renew(event, 1);
    expect(renewed).toMatchObject({ eventId: event.eventId, version: 2 });
    expect(await board(event.boardId)).toBeNull();
    expect(await board(renewed.boardId)).toMatchObject({
      title: "更新",
      standings: [{ displayName: "Sora" }],
    });
    const live = await follow(renewed.boardId);
    await send("Sora", await drawn());
    await setStage(event, "wall", 1, "a");
    await waitUntil("the new board to hear", () => live.all().length >= 3);
    await quiet();
    expect(old.all()).toHaveLength(heardBefore);
    expect(await errorOf(renew(event, 1))).toMatchObject({ errorType: "Conflict" });
    old.end();
    live.end();
  });
});

describe("hosts", () => {
  test("hear of every change, and of two who change at once one is told so", async () => {
    const event = await create("同時");
    const heard = watch({
      query: `subscription ($e: ID!) { onEvent(eventId: $e) { isWon eventId event { title version rules } } }`,
      variables: { e: event.eventId },
    });
    await waitUntil("the host to hear", async () => {
      // Until the subscription runs, nothing is heard.
      const { version, title } = await hostEvent(event.eventId);
      await update(event, version, { title: title === "A" ? "B" : "A" });
      return heard.events.length > 0;
    });
    const { version } = await hostEvent(event.eventId);
    const answers = await Promise.all([
      errorOf(update(event, version, { title: "C" })),
      errorOf(update(event, version, { title: "D" })),
    ]);
    expect(answers.filter((answer) => answer === "done")).toHaveLength(1);
    expect(answers).toContainEqual(expect.objectContaining({ errorType: "Conflict" }));
    const now = await hostEvent(event.eventId);
    expect(now.version).toBe(version + 1);
    await waitUntil("the host to hear of the winner", () =>
      heard.events.some(({ onEvent }) => onEvent.event.version === version + 1),
    );
    expect(heard.events.at(-1).onEvent).toMatchObject({ isWon: true, event: { title: now.title } });
    // Rules share the version, and are heard as well.
    await order(`mutation ($e: ID!, $r: AWSJSON!) { changeRules(eventId: $e, rules: $r) { jobId } }`, {
      e: event.eventId,
      r: JSON.stringify({ scoring: {}, standing: "best-three", missions: [], bannedWords: [] }),
    });
    await waitUntil("the host to hear of the rules", () =>
      heard.events.some(({ onEvent }) => String(onEvent.event.rules).includes("best-three")),
    );
    expect(await errorOf(update(event, version + 1, { title: "E" }))).toMatchObject({
      errorType: "Conflict",
    });
    heard.end();
  });

  test.each<[string, () => Promise<unknown>, string, string]>([
    ["a title that is empty", () => create(" "), "BadInput", "title"],
    ["an end before the beginning", () => create("A", { closesAt: 5 }), "BadInput", "closesAt"],
    ["a template that is none", () => create("A", { template: "funeral" }), "BadInput", "template"],
  ])("are refused %s by its name", async (_, wish, errorType, named) => {
    const before = (await stack.rows("Event")).length;
    expect(await errorOf(wish())).toMatchObject({
      errorType,
      message: expect.stringContaining(named) as string,
    });
    expect(await stack.rows("Event")).toHaveLength(before);
  });

  test("are refused a change that is none, and one of nothing", async () => {
    const event = await create("誤り");
    expect(await errorOf(update(event, 1, { boardId: "mine" }))).toMatchObject({
      errorType: "BadInput",
      message: expect.stringContaining("boardId") as string,
    });
    expect(await errorOf(update({ ...event, eventId: "nowhere" }, 1, {}))).toMatchObject({
      errorType: "NotFound",
    });
    expect(await hostEvent(event.eventId)).toEqual(event);
  });
});

describe("a host's remote in a bad network", () => {
  test("G4: steps once however often it asks, also when the functions' answers are lost", async () => {
    const event = await create("リモコン");
    const live = await follow(event.boardId);
    await setStage(event, "frozen", 1, randomUUID());
    const attempt = randomUUID();
    const again = await Promise.all(
      Array.from({ length: 4 }, () => errorOf(setStage(event, "reveal", 2, attempt, 0))),
    );
    expect(again).toEqual(["done", "done", "done", "done"]);
    expect((await hostEvent(event.eventId)).stage).toEqual({ name: "reveal", step: 0, version: 3 });
    // The API takes the write, and its answer is lost on the way back.
    stack.faults.set({ calls: { "appsync:GraphQL": { failAfter: 0.4 } } });
    const patient = async (seen: number, step: number): Promise<void> => {
      const wish = randomUUID();
      await waitUntil("the answer", async () => {
        const answer = await errorOf(setStage(event, "reveal", seen, wish, step));
        if (answer !== "done") expect(answer).not.toMatchObject({ errorType: "Conflict" });
        return answer === "done";
      });
    };
    for (let step = 1; step <= 3; step += 1) await patient(step + 2, step);
    stack.faults.set({});
    expect((await hostEvent(event.eventId)).stage).toEqual({ name: "reveal", step: 3, version: 6 });
    await waitUntil("the board to hear of the last step", () =>
      live.all().some((told) => JSON.stringify(told).includes('"step":3')),
    );
    const versions = new Map(
      (live.all() as { version: number; step: number | null }[]).map(({ version, step }) => [version, step]),
    );
    expect([...versions].toSorted()).toEqual([
      [2, null],
      [3, 0],
      [4, 1],
      [5, 2],
      [6, 3],
    ]);
    live.end();
    const steps = (await stack.rows("Audit")).filter(
      (row) => row["eventId"]?.S === event.eventId && row["action"]?.S === "setStage",
    );
    expect(steps.length).toBeGreaterThanOrEqual(5);
  });

  test("G1–G4: is refused what may not follow, and what others have overtaken", async () => {
    const event = await create("順番");
    expect(await errorOf(setStage(event, "reveal", 1, "a", 0))).toMatchObject({ errorType: "BadInput" });
    expect(await errorOf(setStage(event, "curtain", 1, "b"))).toMatchObject({ errorType: "BadInput" });
    await setStage(event, "wall", 1, "c");
    expect(await errorOf(setStage(event, "frozen", 1, "d"))).toMatchObject({ errorType: "Conflict" });
    expect((await hostEvent(event.eventId)).stage).toMatchObject({ name: "wall", version: 2 });
  });
});
