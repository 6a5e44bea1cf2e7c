import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answersTo, atEveryCall, expectWhole } from "../fixtures/crash-checks.ts";
import { type ComeBack, CrashStage, type FunctionName, type Moment } from "../fixtures/crash-stage.ts";
import { freshPicture } from "../fixtures/fresh-picture.ts";
import { scoreOfPicture } from "../fixtures/score-of-picture.ts";

// A function is killed just before and just after each call that it makes for a photo: one death per run, a new guest
// each time, until it makes no further call. What holds in the end is the same every time.

let stage: CrashStage;
let runs = 0;

beforeAll(async () => {
  stage = await CrashStage.open();
  await heardOf(await sendPhoto("line-worker", { phase: "before", call: Infinity }), "healthy");
}, 180_000);
afterAll(() => stage.close());

interface SentPhoto {
  /** What a healthy reader makes of the picture. */
  readonly score: number;
  readonly userId: string;
  readonly photoId: string;
  /** The call at which the function died. */
  readonly died: string | undefined;
}

async function sendPhoto(
  functionName: FunctionName,
  moment: Moment,
  comeBack: ComeBack = "at once",
): Promise<SentPhoto> {
  const { guests } = stage.stack.line;
  runs += 1;
  // Small: so many are decoded and read.
  const picture = await freshPicture("bride", 400);
  const score = await scoreOfPicture(stage.stack, picture);
  const { userId } = guests.create({ displayName: `Guest ${runs}`, language: "ja" });
  let photoId = "";
  const send = (): void => {
    photoId = guests.sendImages(userId, [picture])[0]?.messageId ?? "";
  };
  const died = await stage.crash(functionName, moment, send, { comeBack });
  return { score, userId, photoId, died };
}

/** The photo is where it belongs, once, and its guest heard of it: from its own reply or (A2) the next one. */
async function heardOf({ score, userId, photoId }: SentPhoto, where: string): Promise<string> {
  const { photos, untold } = await expectWhole(stage, userId, where);
  expect(score, where).toBeGreaterThan(80);
  expect(photos, where).toMatchObject([{ photoId, state: "shown", score }]);
  expect(stage.replyAttempts, where).toBeLessThanOrEqual(1);
  const [answer = "nothing", ...others] = answersTo(stage, userId, photoId);
  expect(others, where).toEqual([]);
  const isCard = answer.includes(`${score.toFixed(1)}pt`);
  if (!isCard) expect(untold, where).toEqual([photoId]);
  if (untold.length > 0) await expectToldLater({ score, userId }, where);
  return isCard ? "card" : answer;
}

async function expectToldLater(
  { score, userId }: Pick<SentPhoto, "score" | "userId">,
  where: string,
): Promise<void> {
  const { messageId } = stage.stack.line.guests.sendText(userId, "？");
  await stage.settle();
  const [earlier, help] = answersTo(stage, userId, messageId);
  expect(earlier, where).toContain(`${score.toFixed(1)}pt`);
  expect(help, where).toContain("遊びかた");
  expect((await expectWhole(stage, userId, where)).untold, where).toEqual([]);
}

describe("a worker that is killed", () => {
  test("just before any of its calls, and is back at once: the guest gets the card", async () => {
    const heard: string[] = [];
    const calls = await atEveryCall("before", async (moment, where) => {
      const sent = await sendPhoto("line-worker", moment);
      heard.push(await heardOf(sent, where));
      return sent.died;
    });
    expect(calls.length).toBeGreaterThan(20);
    // Only who dies between the record of the reply and the reply itself leaves a guest without a word.
    const speechless = heard.flatMap((what, index) => (what === "nothing" ? [calls[index]] : []));
    expect(speechless).toEqual(["line:replyMessage"]);
    expect(heard.filter((what) => what === "card")).toHaveLength(calls.length);
  }, 300_000);

  test("just after any of its calls, and is back when the queue shows the photo again: the reminder was quicker", async () => {
    const heard: string[] = [];
    const calls = await atEveryCall("after", async (moment, where) => {
      const sent = await sendPhoto("line-worker", moment, "after its time");
      heard.push(await heardOf(sent, where));
      return sent.died;
    });
    expect(calls.length).toBeGreaterThan(20);
    // Before the record of the reply; the record, if a run died just there; the reply and what follows. Calls side by side
    // come in any order, so that the same number is not the same call in every run.
    const stages = heard.map((what) => (what === "card" ? 2 : what === "nothing" ? 1 : 0));
    expect(stages).toEqual(stages.toSorted());
    expect(new Set(heard.filter((_, run) => stages[run] === 0)).size).toBe(1);
    expect(heard[0]).toContain("お預かりしました");
    expect(stages.filter((stage) => stage === 1).length).toBeLessThanOrEqual(1);
    expect(heard.at(-1)).toBe("card");
  }, 300_000);
});

describe("a webhook that is killed", () => {
  test.each(["before", "after"] as const)(
    "just %s any of its calls: LINE sends the photo again, and it is one",
    async (phase) => {
      const calls = await atEveryCall(phase, async (moment, where) => {
        const sent = await sendPhoto("line-webhook", moment);
        expect(await heardOf(sent, where), where).toBe("card");
        return sent.died;
      });
      expect(calls.length).toBeGreaterThanOrEqual(2);
      expect(new Set(calls)).toEqual(new Set(["sqs:SendMessageBatch"]));
    },
    120_000,
  );
});
