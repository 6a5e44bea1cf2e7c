import { describe, expect, it } from "vitest";
import { seedRules } from "#domain/event-rules";
import { parseHostEvent, parseRulesJob, parseStage } from "./host-event-shapes.ts";
import { hostRefusalOf, orRefusal } from "./host-refusal.ts";

const rules = {
  scoring: { faceCap: 3 },
  standing: "best-three",
  treatments: { Alcohol: "block" },
  labels: { minConfidence: 80, most: 20 },
  missions: [{ missionId: "a", title: "A", goal: { kind: "faces", count: 5, exactly: true } }],
  bannedWords: ["x"],
};
/** As the API writes it. */
const event = {
  eventId: "e",
  boardId: "b",
  joinCode: "H7KC4M",
  title: "T",
  language: "zh-Hant",
  theme: "hall-light",
  state: "closed",
  opensAt: 1,
  closesAt: 2,
  retentionEndsAt: 3,
  policy: "review-first",
  moderation: "enforce",
  keepsAgeAndGender: true,
  allowsPaidMessages: true,
  contact: "Hanako, hanako@example.com",
  hasSpotlight: false,
  hasCornerQr: false,
  hasSound: true,
  nameWords: ["w"],
  stage: { name: "reveal", step: 0, version: 9 },
  rules: JSON.stringify(rules),
  formerRules: null,
  rulesJobId: null,
  downloadedAt: null,
  version: 7,
};

describe("an event", () => {
  it("is read with its rules", () => {
    expect(parseHostEvent(event)).toEqual({ ...event, rules });
  });

  it("without rules of its own has those that every event begins with", () => {
    const bare = { ...event, rules: null, nameWords: null, formerRules: JSON.stringify(rules) };
    Object.assign(bare, { allowsPaidMessages: null, contact: null, hasSpotlight: null, hasCornerQr: null });
    Object.assign(bare, { hasSound: null });
    expect(parseHostEvent(bare)).toMatchObject({
      rules: seedRules,
      formerRules: rules,
      nameWords: [],
      allowsPaidMessages: false,
      contact: "",
      hasSpotlight: true,
      hasCornerQr: true,
      hasSound: false,
    });
  });

  it.each([
    [{ state: "on" }],
    [{ version: "7" }],
    [{ stage: null }],
    [{ rules: JSON.stringify({ ...rules, standing: "worst" }) }],
    [{ rules: JSON.stringify({ ...rules, treatments: { Alcohol: "burn" } }) }],
    [
      {
        rules: JSON.stringify({
          ...rules,
          missions: [{ missionId: "a", title: "A", goal: { kind: "dance", count: 1 } }],
        }),
      },
    ],
  ])("with %o is none", (wrong) => {
    expect(() => parseHostEvent({ ...event, ...wrong })).toThrow();
  });
});

it("a stage has a step or none", () => {
  expect(parseStage({ name: "wall", step: null, version: 2 })).toEqual({ name: "wall", version: 2 });
  expect(() => parseStage({ name: "nap", version: 2 })).toThrow();
});

it("a job has a total once the guests were counted", () => {
  const job = { jobId: "j", state: "running", total: null, done: 0, movedAt: 5, version: 1 };
  expect(parseRulesJob(job)).toEqual(job);
  expect(() => parseRulesJob({ ...job, state: "lost" })).toThrow();
});

describe("a refusal", () => {
  const refused = (errorType: string) => ({
    data: null,
    errors: [{ errorType, message: "title: too long" }],
  });
  it.each([
    ["Conflict", "conflict"],
    ["NotFound", "gone"],
    ["BadInput", "bad-input"],
  ])("%s is a value", async (errorType, kind) => {
    const answer = orRefusal(Promise.reject(Object.assign(new Error("refused"), refused(errorType))));
    expect(await answer).toEqual({ refused: kind, words: "title: too long" });
  });

  it.each([[refused("HostActionFault")], [refused("Unauthorized")], [new Error("offline")], [undefined]])(
    "%o is none and stays an error",
    async (error) => {
      expect(hostRefusalOf(error)).toBeUndefined();
      // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- Amplify rejects with plain objects.
      await expect(orRefusal(Promise.reject(error))).rejects.toBe(error);
    },
  );
});
