import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answersTo, atEveryCall, expectWhole } from "../fixtures/crash-checks.ts";
import { CrashStage, type Moment } from "../fixtures/crash-stage.ts";
import { freshPicture } from "../fixtures/fresh-picture.ts";

// As crash-matrix.test.ts, for what else a guest does. Dying just before a call leaves what dying just after the one
// before it leaves: here only the latter.

let stage: CrashStage;
let runs = 0;

beforeAll(async () => {
  stage = await CrashStage.open();
}, 180_000);
afterAll(() => stage.close());

// Small: so many are decoded and read.
const better = (): Promise<Buffer> => freshPicture("bride", 400);
const worse = (): Promise<Buffer> => freshPicture("calm-guest", 400);
const never: Moment = { phase: "before", call: Infinity };
const phase = "after";

function newGuest(): string {
  runs += 1;
  return stage.stack.line.guests.create({ displayName: `Guest ${runs}`, language: "ja" }).userId;
}

/** A message of the guest and a worker that dies of it. */
async function act(moment: Moment, send: () => { readonly messageId: string } | undefined) {
  let messageId = "";
  const died = await stage.crash("line-worker", moment, () => {
    messageId = send()?.messageId ?? "";
  });
  return { messageId, died };
}

const sendPhoto = (userId: string, picture: Buffer, moment = never) =>
  act(moment, () => stage.stack.line.guests.sendImages(userId, [picture])[0]);

describe("a worker that is killed just after any call", () => {
  test("of an unsend: the photo is gone everywhere, the other one stands", async () => {
    // Calls side by side come in any order: what was called is asked apart from where a worker died.
    const made = new Set<string>();
    const cancel = stage.stack.faults.watch(({ action }) => void made.add(action));
    const calls = await atEveryCall(phase, async (moment, where) => {
      const userId = newGuest();
      await sendPhoto(userId, await worse());
      const taken = await sendPhoto(userId, await better());
      const { died } = await act(moment, () => stage.stack.line.guests.unsend(userId, taken.messageId));
      const { guest, photos } = await expectWhole(stage, userId, where);
      expect(guest, where).toMatchObject({ photos: 1 });
      expect(guest?.photoId, where).not.toBe(taken.messageId);
      const gone = photos.find(({ photoId }) => photoId === taken.messageId);
      expect(gone, where).toMatchObject({ state: "removed", score: 0 });
      expect([gone?.faces, gone?.image, gone?.original, gone?.contentHash], where).toEqual(
        Array.from({ length: 4 }),
      );
      expect(stage.replyAttempts, where).toBe(0);
      return died;
    });
    cancel();
    expect(calls.length).toBeGreaterThan(20);
    expect(calls.filter((call) => call.startsWith("s3:Delete")).length).toBeGreaterThan(0);
    expect(made).toContain("cloudfront:CreateInvalidation");
  }, 300_000);

  test("of a photo that is taken back before its worker returns: nothing of it is left", async () => {
    const calls = await atEveryCall(phase, async (moment, where) => {
      const { guests } = stage.stack.line;
      const userId = newGuest();
      const picture = await better();
      let photoId = "";
      const send = (): void => {
        photoId = guests.sendImages(userId, [picture])[0]?.messageId ?? "";
      };
      const meanwhile = (): unknown => guests.unsend(userId, photoId);
      const died = await stage.crash("line-worker", moment, send, { meanwhile });
      const { photos } = await expectWhole(stage, userId, where);
      expect(
        photos.map(({ state, score }) => [state, score]),
        where,
      ).toEqual(photos.map(() => ["removed", 0]));
      expect(stage.replyAttempts, where).toBeLessThanOrEqual(1);
      return died;
    });
    expect(calls.length).toBeGreaterThan(20);
  }, 300_000);

  test.each([
    ["a greeting", 2, (userId: string) => stage.stack.line.guests.follow(userId)],
    ["a text", 1, (userId: string) => stage.stack.line.guests.sendText(userId, "？")],
  ] as const)("of %s: answered once", async (_name, messages, send) => {
    const unanswered: string[] = [];
    const calls = await atEveryCall(phase, async (moment, where) => {
      const userId = newGuest();
      const { messageId, died } = await act(moment, () => send(userId));
      await expectWhole(stage, userId, where);
      const answers = answersTo(stage, userId, messageId);
      if (answers.length === 0) unanswered.push(where);
      else expect(answers, where).toHaveLength(messages);
      expect(stage.replyAttempts, where).toBeLessThanOrEqual(1);
      return died;
    });
    expect(calls).toContain("line:replyMessage");
    // Between the record of the reply and the reply itself: rather nothing than twice.
    expect(unanswered).toHaveLength(1);
  });
});
