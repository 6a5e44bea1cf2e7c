import { afterAll, beforeAll, expect, test } from "vitest";
import { type EventRules, seedRules } from "#domain/event-rules";
import { createHostApi, type HostApi } from "../../cli/rules/host-api.ts";
import { atEveryCall, expectWhole } from "../fixtures/crash-checks.ts";
import { CrashStage, type FunctionName, type Moment } from "../fixtures/crash-stage.ts";
import { freshPicture } from "../fixtures/fresh-picture.ts";

// Functions are killed at each call that they make for a change of the rules. Afterwards either nothing has changed, or
// everything is as the new rules want it and no job is left behind.

let stage: CrashStage;
let userId: string;
/** Of the guest's photo, by how many faces count. */
const scores = new Map<number | undefined, number>();

beforeAll(async () => {
  stage = await CrashStage.open();
  const { line } = stage.stack;
  ({ userId } = line.guests.create({ displayName: "Aoi", language: "ja" }));
  line.guests.sendImages(userId, [await freshPicture("three-friends", 400)]);
  await stage.settle();
  for (const rules of [capped, seedRules]) {
    await changeAt({ phase: "before", call: Infinity }, "host-actions", rules);
    scores.set(rules.scoring.faceCap, await score());
  }
  if (scores.get(1) === scores.get(undefined)) throw new Error("the two rules make no difference");
}, 180_000);
afterAll(() => stage.close());

/** With a token of now: the clock goes on with every death. */
function api(): HostApi {
  const { endpoints, services } = stage.stack;
  const { userPoolId, userPoolClientId, host, graphqlUrl } = endpoints;
  const session = services.userPools.signInAs(userPoolId, userPoolClientId, host.username);
  return createHostApi(graphqlUrl, session.AccessToken);
}

const capped: EventRules = { ...seedRules, scoring: { faceCap: 1 } };
const score = async (): Promise<number> => Number((await stage.stack.rows("Guest"))[0]?.["score"]?.N);
const rulesNow = async (): Promise<EventRules | undefined> =>
  (await api().rulesOf(stage.stack.endpoints.eventId))?.rules;

/** The call at which the function died; undefined: it made fewer. */
async function changeAt(moment: Moment, name: FunctionName, rules: EventRules): Promise<string | undefined> {
  const change = (): Promise<unknown> =>
    // The host is told that it could not be done, and may be wrong: the rules then say what holds.
    api()
      .changeRules(stage.stack.endpoints.eventId, rules)
      .catch(() => undefined);
  const died = await stage.crash(name, moment, change);
  await stage.settle();
  return died;
}

/** To the other rules, with a death on the way. */
async function change(name: FunctionName, moment: Moment, where: string): Promise<string | undefined> {
  const before = await rulesNow();
  const wanted = before?.scoring.faceCap === 1 ? seedRules : capped;
  const died = await changeAt(moment, name, wanted);
  const after = await rulesNow();
  expect([before, wanted], where).toContainEqual(after);
  expect(await score(), where).toBe(scores.get(after?.scoring.faceCap));
  await expectWhole(stage, userId, where);
  for (const { state } of await stage.stack.rows("Job")) expect(state?.S, where).not.toBe("running");
  if (name === "line-worker") expect(after, where).toEqual(wanted);
  return died;
}

test.each(["before", "after"] as const)(
  "the hosts' function is killed %s any of its calls",
  async (phase) => {
    const calls = await atEveryCall(phase, (moment, where) => change("host-actions", moment, where));
    expect(calls.filter((call) => call === "appsync:GraphQL").length).toBeGreaterThanOrEqual(4);
    expect(calls).toContain("sqs:SendMessageBatch");
  },
  150_000,
);

test("the worker is killed before any of its calls", async () => {
  const calls = await atEveryCall("before", (moment, where) => change("line-worker", moment, where));
  expect(calls.length).toBeGreaterThan(15);
}, 240_000);
