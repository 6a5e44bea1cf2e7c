import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type As, openApi } from "../../../tests/fixtures/api.ts";
import { createEvent } from "../../../tests/fixtures/create-event.ts";

// Rules, jobs and the trail: what functions do for hosts, and what hosts and nobody else may read of it.

let api: Awaited<ReturnType<typeof openApi>>;
let eventId: string;
let ids = 0;

beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

async function ask<T>(as: As, query: string, variables: Record<string, unknown> = {}): Promise<T> {
  const { data, errors } = await api.request(as, query, variables);
  if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join("; "));
  // The only field asked for.
  return Object.values(data ?? {})[0] as T;
}
interface Claim {
  readonly isWon: boolean;
}
const won: Claim = { isWon: true };
const lost: Claim = { isWon: false };

beforeEach(async () => {
  ({ eventId } = await createEvent(api, Date.now()));
});

const saveRules = (
  expectedVersion: number,
  rulesJobId: string,
  rules: object,
  former?: object,
): Promise<Claim> =>
  ask(
    "function",
    `mutation ($e: ID!, $v: Int!, $r: AWSJSON!, $f: AWSJSON, $j: ID!) {
      saveRules(eventId: $e, expectedVersion: $v, rules: $r, formerRules: $f, rulesJobId: $j) { isWon } }`,
    {
      e: eventId,
      v: expectedVersion,
      r: JSON.stringify(rules),
      j: rulesJobId,
      ...(former !== undefined && { f: JSON.stringify(former) }),
    },
  );

interface Rules {
  readonly rules: string | null;
  readonly formerRules: string | null;
  readonly rulesJobId: string | null;
}

async function rulesOf(as: As = "host"): Promise<unknown> {
  const { rules, formerRules, rulesJobId } = await ask<Rules>(
    as,
    `query ($e: ID!) { rulesOf(eventId: $e) { rules formerRules rulesJobId } }`,
    { e: eventId },
  );
  return [rules, formerRules]
    .map((text) => (text === null ? null : (JSON.parse(text) as unknown)))
    .concat(rulesJobId);
}

describe("an event's rules", () => {
  test("are missing at first", async () => {
    expect(await rulesOf()).toEqual([null, null, null]);
  });

  test("are saved with the former ones, once for each version", async () => {
    expect(await saveRules(1, "job-1", { standing: "best-three" }, { standing: "best" })).toEqual(won);
    expect(await saveRules(1, "job-2", { standing: "diminishing" })).toEqual(lost);
    expect(await rulesOf()).toEqual([{ standing: "best-three" }, { standing: "best" }, "job-1"]);
    expect(await saveRules(2, "job-2", { standing: "diminishing" })).toEqual(won);
    expect(await rulesOf()).toEqual([{ standing: "diminishing" }, null, "job-2"]);
  });

  test("are saved again by the same attempt after a lost answer, and not when others came later", async () => {
    expect(await saveRules(1, "job-1", { a: 1 })).toEqual(won);
    expect(await saveRules(1, "job-1", { a: 1 })).toEqual(won);
    expect(await saveRules(2, "job-2", { a: 2 })).toEqual(won);
    expect(await saveRules(1, "job-1", { a: 1 })).toEqual(lost);
    expect(await rulesOf()).toEqual([{ a: 2 }, null, "job-2"]);
  });

  test("of several hosts at the same instant are those of one", async () => {
    const all = await Promise.all(["a", "b", "c"].map((name) => saveRules(1, name, { name })));
    expect(all.filter(({ isWon }) => isWon)).toHaveLength(1);
  });

  test("never make an event", async () => {
    const before = (await api.rows("Event")).length;
    eventId = "nowhere";
    expect(await saveRules(1, "job-1", {})).toEqual(lost);
    expect(await api.rows("Event")).toHaveLength(before);
  });
});

describe("a job", () => {
  const saveJob = (jobId: string, expectedVersion: number, fields: object = {}): Promise<Claim> =>
    ask(
      "function",
      `mutation ($j: ID!, $e: ID!, $v: Int!, $s: String!, $t: Int, $d: Int!, $l: ID, $m: Float!) {
        saveJob(jobId: $j, eventId: $e, expectedVersion: $v, kind: "recompute", state: $s, total: $t, done: $d,
          lastGuestId: $l, startedAt: 5, movedAt: $m, expiresAt: 2000000000) { isWon } }`,
      { j: jobId, e: eventId, v: expectedVersion, s: "running", d: 0, m: 5.5, ...fields },
    );
  const job = (jobId: string): Promise<unknown> =>
    ask("host", `query ($j: ID!) { job(jobId: $j) { state total done lastGuestId version } }`, { j: jobId });

  test("goes forward only, and its host sees how far", async () => {
    const id = `job-${++ids}`;
    expect(await job(id)).toBeNull();
    expect(await saveJob(id, 0)).toEqual(won);
    expect(await job(id)).toEqual({ state: "running", total: null, done: 0, lastGuestId: null, version: 1 });
    expect(await saveJob(id, 1, { t: 60, d: 25, l: "g25" })).toEqual(won);
    expect(await saveJob(id, 1, { t: 60, d: 24, l: "g24" })).toEqual(lost);
    expect(await saveJob(id, 0)).toEqual(lost);
    expect(await job(id)).toEqual({ state: "running", total: 60, done: 25, lastGuestId: "g25", version: 2 });
  });

  test("tells of itself what its kind has to tell", async () => {
    const report = { parts: [{ photos: 3 }] };
    await ask(
      "function",
      `mutation ($e: ID!, $r: AWSJSON!) {
        saveJob(jobId: "told", eventId: $e, expectedVersion: 0, kind: "export", state: "running", done: 0,
          report: $r, startedAt: 5, movedAt: 5, expiresAt: 2000000000) { isWon } }`,
      { e: eventId, r: JSON.stringify(report) },
    );
    const told = await ask<{ report: string }>("host", `{ job(jobId: "told") { report } }`, {});
    expect(JSON.parse(told.report)).toEqual(report);
  });

  test("repeated by a retry is won again; another attempt of the same step loses", async () => {
    const id = `job-${++ids}`;
    await saveJob(id, 0);
    expect(await saveJob(id, 0)).toEqual(won);
    expect(await saveJob(id, 0, { m: 5.6 })).toEqual(lost);
  });

  test("is published as it is now", async () => {
    const id = `job-${++ids}`;
    await saveJob(id, 0, { s: "done", t: 3, d: 3 });
    const publish = `mutation ($j: ID!) { publishJob(jobId: $j) { jobId eventId state total done } }`;
    expect(await ask("function", publish, { j: id })).toEqual({
      jobId: id,
      eventId,
      state: "done",
      total: 3,
      done: 3,
    });
  });
});

describe("the guests of an event", () => {
  const saveGuest = (guestId: string): Promise<unknown> =>
    ask(
      "function",
      `mutation ($e: ID!, $g: ID!) { saveGuest(eventId: $e, guestId: $g, lineUserId: "U1", displayName: "G",
        language: "ja") { isWon } }`,
      { e: eventId, g: guestId },
    );
  const page = (limit: number, after?: string): Promise<{ guestIds: string[]; isLast: boolean }> =>
    ask(
      "function",
      `query ($e: ID!, $a: ID, $l: Int!) { guestsOfEvent(eventId: $e, after: $a, limit: $l) { guestIds isLast } }`,
      { e: eventId, l: limit, ...(after !== undefined && { a: after }) },
    );

  test("come in the order of their ids, page by page, all of them once", async () => {
    const own = eventId;
    for (const id of ["c", "a", "e", "b", "d"]) await saveGuest(id);
    eventId = "another";
    await saveGuest("f");
    eventId = own;
    expect(await page(2)).toEqual({ guestIds: ["a", "b"], isLast: false });
    expect(await page(2, "b")).toEqual({ guestIds: ["c", "d"], isLast: false });
    expect(await page(2, "d")).toEqual({ guestIds: ["e"], isLast: true });
    expect(await page(1_000)).toEqual({ guestIds: ["a", "b", "c", "d", "e"], isLast: true });
    expect(await page(5_000)).toEqual({ guestIds: ["a", "b", "c", "d", "e"], isLast: true });
  });

  test("are none behind the last", async () => {
    expect(await page(25)).toEqual({ guestIds: [], isLast: true });
    await saveGuest("a");
    expect(await page(25, "a")).toEqual({ guestIds: [], isLast: true });
  });
});

describe("the trail", () => {
  const save = (actor: string, isDone: boolean): Promise<Claim> =>
    ask(
      "function",
      `mutation ($e: ID!, $who: String!, $b: AWSJSON, $done: Boolean!) { saveAudit(eventId: $e, entryId: "2026#1",
        actor: $who, actorName: "Hanako", action: "changeRules", subject: "job-1", before: $b, isDone: $done) { isWon } }`,
      { e: eventId, who: actor, b: JSON.stringify({ standing: "best" }), done: isDone },
    );

  test("says first what is planned, then what was done, and never anything else", async () => {
    expect(await save("host-1", false)).toEqual(won);
    expect(await save("host-1", true)).toEqual(won);
    expect(await save("host-1", true)).toEqual(won);
    expect(await save("host-2", true)).toEqual(lost);
    expect(await save("host-1", false)).toEqual(lost);
    const rows = (await api.rows("Audit")).filter((row) => JSON.stringify(row).includes(eventId));
    expect(rows).toMatchObject([
      { actor: { S: "host-1" }, isDone: { BOOL: true }, before: { M: { standing: { S: "best" } } } },
    ]);
  });
});

describe("who may", () => {
  const forFunctions: readonly (readonly [string, string])[] = [
    [
      "saveRules",
      `mutation { saveRules(eventId: "e", expectedVersion: 1, rules: "{}", rulesJobId: "j") { isWon } }`,
    ],
    [
      "saveJob",
      `mutation { saveJob(jobId: "j", eventId: "e", expectedVersion: 0, kind: "k", state: "s", done: 0, startedAt: 1,
        movedAt: 1, expiresAt: 1) { isWon } }`,
    ],
    [
      "saveAudit",
      `mutation { saveAudit(eventId: "e", entryId: "x", actor: "a", actorName: "A", action: "b", subject: "c", isDone: true) { isWon } }`,
    ],
    ["publishJob", `mutation { publishJob(jobId: "j") { jobId } }`],
    ["guestsOfEvent", `query { guestsOfEvent(eventId: "e", limit: 5) { guestIds } }`],
  ];
  const forHosts: readonly (readonly [string, string])[] = [
    ["rulesOf", `query { rulesOf(eventId: "e") { rules } }`],
    ["job", `query { job(jobId: "j") { state } }`],
    ["changeRules", `mutation { changeRules(eventId: "e", rules: "{}") { jobId } }`],
    ["undoRules", `mutation { undoRules(eventId: "e") { jobId } }`],
  ];
  const refusal = async (as: As, query: string): Promise<string | undefined> =>
    (await api.request(as, query)).errors?.[0]?.errorType;
  const guest = { eventId: "e", guestId: "g" };

  test.each(forFunctions)("%s is for functions alone", async (_, query) => {
    for (const as of ["host", "api-key", guest] as const)
      expect(await refusal(as, query)).toBe("Unauthorized");
    expect(await refusal("function", query)).not.toBe("Unauthorized");
  });

  test.each(forHosts)("%s is for hosts, not for guests and boards", async (_, query) => {
    for (const as of ["api-key", guest] as const) expect(await refusal(as, query)).toBe("Unauthorized");
    expect(await refusal("host", query)).not.toBe("Unauthorized");
  });
});
