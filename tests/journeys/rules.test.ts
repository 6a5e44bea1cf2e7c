import { Amplify } from "aws-amplify";
import { fetchAuthSession } from "aws-amplify/auth";
import { ConsoleLogger } from "aws-amplify/utils";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { EventRules } from "#domain/event-rules";
import { seedRules } from "#domain/event-rules";
import type { Face } from "#domain/face";
import { scoreOf } from "#domain/scoring";
import { startSession } from "../../cli/rights/ask.ts";
import { signInHost } from "../../cli/rules/sign-in.ts";
import { ask, LoopbackSocket, watch } from "../contract/amplify-client.ts";
import { freshPicture } from "../fixtures/fresh-picture.ts";
import { type Row, startTestStack, type TestStack } from "../fixtures/stack.ts";
import { waitUntil } from "../fixtures/wait-until.ts";

// A host changes the rules of a running event and takes it back; everything goes through the vendor's client.

const capped: EventRules = { ...seedRules, scoring: { faceCap: 1 } };
const guests = ["Aoi", "Ren", "Yui"];

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
  await Promise.all(guests.map((name) => send(name, "three-friends")));
}, 180_000);
afterEach(() => stack.faults.set({}));
afterAll(async () => {
  vi.unstubAllGlobals();
  await stack.close();
});

async function send(name: string, sample: string): Promise<void> {
  const userId = await stack.phones.userNamed(name);
  await stack.phones.sendPicture(userId, await freshPicture(sample, 500), 50_000);
}

/** As the signed-in host, in the vendor's client; the value of the only field. */
async function order<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
  const { data } = await ask({ query, variables });
  return Object.values(data as Record<string, T>)[0] as T;
}

interface Job {
  readonly jobId: string;
  readonly state: string;
  readonly total: number | null;
  readonly done: number;
}
const jobFields = "jobId eventId kind state total done startedAt movedAt version";
const change = (rules: unknown): Promise<Job> =>
  order(`mutation ($e: ID!, $r: AWSJSON!) { changeRules(eventId: $e, rules: $r) { ${jobFields} } }`, {
    e: stack.endpoints.eventId,
    r: JSON.stringify(rules),
  });
const undo = (): Promise<Job> =>
  order(`mutation ($e: ID!) { undoRules(eventId: $e) { ${jobFields} } }`, { e: stack.endpoints.eventId });
const job = (jobId: string): Promise<Job> =>
  order(`query ($j: ID!) { job(jobId: $j) { ${jobFields} } }`, { j: jobId });

async function finished({ jobId }: Job): Promise<Job> {
  await waitUntil(`the end of job ${jobId}`, async () => (await job(jobId)).state !== "running");
  return job(jobId);
}

/** What was read on a stored photo; only the emotions matter here, and how sure and large the faces are. */
function facesOf(photo: Row): readonly Face[] {
  const plain = (value: unknown): unknown => {
    const [[type, inner] = ["NULL", null]] = Object.entries(Object(value));
    if (type === "N") return Number(inner);
    if (type === "L") return (inner as unknown[]).map(plain);
    if (type !== "M") return inner;
    return Object.fromEntries(Object.entries(Object(inner)).map(([name, one]) => [name, plain(one)]));
  };
  return plain({ L: photo["faces"]?.L ?? [] }) as readonly Face[]; // as the worker wrote them
}

interface Stored {
  readonly scores: Readonly<Record<string, number>>;
  readonly standings: Readonly<Record<string, readonly [score: number, rankKey: string | undefined]>>;
}

/** Points of all photos and guests by their ids. */
async function stored(): Promise<Stored> {
  const [photos, rows] = [await stack.rows("Photo"), await stack.rows("Guest")];
  return {
    scores: Object.fromEntries(photos.map((row) => [row["photoId"]?.S ?? "", Number(row["score"]?.N)])),
    standings: Object.fromEntries(
      rows.map((row) => [row["guestId"]?.S ?? "", [Number(row["score"]?.N), row["rankKey"]?.S]]),
    ),
  };
}

/** Every photo has the points of its faces by these rules, and every guest those of the best photo. */
async function expectEverythingBy(rules: EventRules): Promise<void> {
  const best = new Map<string, number>();
  for (const row of await stack.rows("Photo")) {
    const [guest, score] = [row["guestId"]?.S ?? "", Number(row["score"]?.N)];
    expect(score, row["photoId"]?.S).toBe(scoreOf(facesOf(row), rules.scoring));
    best.set(guest, Math.max(best.get(guest) ?? 0, score));
  }
  const { standings } = await stored();
  expect(Object.fromEntries(Object.entries(standings).map(([id, [score]]) => [id, score]))).toEqual(
    Object.fromEntries(best),
  );
}

const boardScores = async (): Promise<readonly number[]> => {
  const { standings } = await stack.graphql<{ standings: { score: number }[] }>(
    `query ($id: ID!) { board(boardId: $id) { standings { score } } }`,
    { id: stack.endpoints.boardId },
  );
  return standings.map(({ score }) => score);
};

describe("a host changes a rule", () => {
  test("and every score, the ranking and the boards follow; undone, all is exactly as it was", async () => {
    const before = await stored();
    expect(Math.min(...Object.values(before.scores))).toBeGreaterThan(150);
    const heard = watch({
      query: `subscription ($b: ID!) { onStanding(boardId: $b) { guestId score version } }`,
      variables: { b: stack.endpoints.boardId },
      authMode: "apiKey",
    });
    await waitUntil("the board's subscription", () => stack.api.connections().subscriptionCount === 1);

    const end = await finished(await change(capped));
    expect(end).toMatchObject({ state: "done", done: 3, total: 3 });
    await expectEverythingBy(capped);
    const after = await stored();
    for (const [photoId, score] of Object.entries(after.scores)) {
      expect(score).toBeLessThanOrEqual(100);
      expect(score).toBeLessThan(before.scores[photoId] ?? 0);
    }
    const scores = Object.values(after.standings).map(([score]) => score);
    await waitUntil("the board to hear of all", () => heard.events.length >= 3);
    expect(heard.events.map(({ onStanding }) => onStanding.score).toSorted()).toEqual(scores.toSorted());
    expect((await boardScores()).toSorted()).toEqual(scores.toSorted());

    expect(await finished(await undo())).toMatchObject({ state: "done", done: 3, total: 3 });
    expect(await stored()).toEqual(before);
    await waitUntil("the board to hear of the undo", () => heard.events.length >= 6);
    heard.end();
    expect(await finished(await undo())).toMatchObject({ state: "done" });
    expect(await stored()).toEqual(after);
    await finished(await undo());
  });

  test("and hears how far it is", async () => {
    // Time to subscribe before it ends.
    stack.faults.set({ calls: { "dynamodb:Query": { latencyMs: [2_000, 2_000] } } });
    const { jobId } = await change({ ...seedRules, standing: "best-three" });
    const progress = watch({
      query: `subscription ($j: ID!) { onJob(jobId: $j) { jobId state done total } }`,
      variables: { j: jobId },
    });
    await waitUntil("the end", () =>
      progress.events.some(({ onJob }) => onJob.state === "done" && onJob.done === 3 && onJob.total === 3),
    );
    progress.end();
    expect(progress.events.every(({ onJob }) => onJob.jobId === jobId)).toBe(true);
    await finished(await undo());
  });

  test("twice in a row: the later one counts", async () => {
    stack.faults.set({ queues: { jitterMs: 500 } });
    const first = await change({ ...seedRules, standing: "diminishing" });
    const second = await change(capped);
    expect(await finished(second)).toMatchObject({ state: "done", done: 3 });
    expect(await finished(first)).toMatchObject({
      state: expect.stringMatching(/^(superseded|done)$/) as string,
    });
    await expectEverythingBy(capped);
    expect(await finished(await change(seedRules))).toMatchObject({ state: "done" });
    await expectEverythingBy(seedRules);
  });

  test("while photos come: all end by the new rules", async () => {
    const rounds = [capped, seedRules, capped, seedRules] as const;
    for (const [index, rules] of rounds.entries()) {
      const sending = send(guests[index % 3] ?? "", "bride");
      // Somewhere on the photo's way.
      await new Promise((resolve) => setTimeout(resolve, index * 150));
      const [end] = await Promise.all([finished(await change(rules)), sending]);
      expect(end.state).toBe("done");
      await waitUntil("quiet queues", () => stack.waitingMessages() === 0);
      await expectEverythingBy(rules);
    }
  });

  test("and the trail names the host", async () => {
    const user = (await fetchAuthSession()).tokens?.accessToken.payload.sub;
    const { jobId } = await change(capped);
    const entry = (await stack.rows("Audit")).find((row) => row["subject"]?.S === jobId);
    expect(entry).toMatchObject({
      eventId: { S: stack.endpoints.eventId },
      action: { S: "changeRules" },
      actor: { S: user },
      before: { M: { scoring: { M: {} } } },
      after: { M: { scoring: { M: { faceCap: { N: "1" } } } } },
    });
    await finished(await undo());
  });
});

describe("what is refused", () => {
  const messageOf = async (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => "done",
      (error: { errors: { errorType?: string; message: string }[] }) => error.errors[0],
    );

  test.each([
    [{ ...seedRules, scoring: { faceCap: 0 } }, "rules.scoring.faceCap"],
    [{ ...seedRules, standing: "worst" }, "rules.standing"],
    ["no rules", "rules: "],
  ])("wrong rules, by their name: %o", async (wrong, named) => {
    const [before, jobs] = [await stored(), (await stack.rows("Job")).length];
    expect(await messageOf(change(wrong))).toMatchObject({
      errorType: "BadInput",
      message: expect.stringContaining(named) as string,
    });
    expect(await stored()).toEqual(before);
    expect(await stack.rows("Job")).toHaveLength(jobs);
  });

  test("an event that is not there", async () => {
    const query = `mutation { undoRules(eventId: "nowhere") { jobId } }`;
    expect(await messageOf(order(query))).toMatchObject({ errorType: "NotFound" });
  });

  test("guests and boards, and hosts who would write past the rules", async () => {
    const { endpoints } = stack;
    const userId = await stack.phones.userNamed("Aoi");
    const session = await startSession(endpoints, await stack.login.issueIdToken({ userId }), undefined);
    const asGuest = { authMode: "lambda", authToken: session } as const;
    const byHosts = [
      `mutation { changeRules(eventId: "${endpoints.eventId}", rules: "{}") { jobId } }`,
      `mutation { undoRules(eventId: "${endpoints.eventId}") { jobId } }`,
      `query { rulesOf(eventId: "${endpoints.eventId}") { rules } }`,
      `query { job(jobId: "x") { state } }`,
    ];
    for (const query of byHosts) {
      for (const as of [asGuest, { authMode: "apiKey" } as const])
        expect(await messageOf(ask({ query, ...as })), query).toMatchObject({ errorType: "Unauthorized" });
    }
    const past = `mutation { saveRules(eventId: "${endpoints.eventId}", expectedVersion: 1, rules: "{}", rulesJobId: "x") { isWon } }`;
    expect(await messageOf(order(past))).toMatchObject({ errorType: "Unauthorized" });
  });
});
