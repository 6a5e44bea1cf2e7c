import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { languages } from "#domain/language";
import { botWords } from "#domain/words/bot";
import { eventWords } from "#domain/words/event-words";
import { askApi } from "../../cli/ask-api.ts";
import { cardText } from "../../cli/card-text.ts";
import { signInHost } from "../../cli/rules/sign-in.ts";
import { updateEvent } from "../fixtures/authorization/host-orders.ts";
import { freshPicture } from "../fixtures/fresh-picture.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";
import { waitUntil } from "../fixtures/wait-until.ts";

// E2, E5: one bot, several ceremonies at once. Who plays where, and what those hear who play nowhere.

const HOUR_MS = 3_600_000;
const eventShape = z.object({ eventId: z.string(), joinCode: z.string(), opensAt: z.number() });

let stack: TestStack;
let host: string;
beforeAll(async () => {
  stack = await startTestStack();
  host = await signInHost(stack.endpoints);
}, 180_000);
afterAll(() => stack.close());

/** A second one beside the demo event, open from so many ms from now on. */
async function create(title: string, opensInMs = -1_000): Promise<z.output<typeof eventShape>> {
  const query = `mutation ($t: String!, $o: Float!, $c: Float!) {
    createEvent(title: $t, opensAt: $o, closesAt: $c) { eventId joinCode opensAt } }`;
  const opensAt = Date.now() + opensInMs;
  const variables = { t: title, o: opensAt, c: opensAt + HOUR_MS };
  return eventShape.parse(
    await askApi(stack.endpoints.graphqlUrl, { Authorization: host }, query, variables),
  );
}
const close = (event: { readonly eventId: string }): Promise<void> =>
  updateEvent({ stack, host }, event, { state: "closed" });

async function answerTo(userId: string, messageId: string): Promise<string> {
  const answers = () =>
    stack.line.chats.messagesOf(userId).filter(({ from, answers: to }) => from === "bot" && to === messageId);
  await waitUntil("the bot's answer", () => answers().length > 0);
  return answers()
    .map(({ body }) => cardText(body))
    .join("\n");
}
/** One who writes and sends in a language, and what the bot answers. */
function guest(displayName: string, language: string) {
  const { guests } = stack.line;
  const { userId } = guests.create({ displayName, language });
  return {
    userId,
    follow: () => answerTo(userId, guests.follow(userId).messageId),
    say: (text: string) => answerTo(userId, guests.sendText(userId, text).messageId),
    send: async () => {
      const picture = await freshPicture("three-friends", 500);
      const bodies = await stack.phones.sendPicture(userId, picture, 50_000);
      return bodies.map((body) => cardText(body)).join("\n");
    },
    rows: async () => (await stack.rows("Guest")).filter((row) => row["lineUserId"]?.S === userId),
  };
}
const photosIn = async (eventId: string) =>
  (await stack.rows("Photo")).filter((row) => row["eventId"]?.S === eventId).length;

test.each(languages)(
  "E2 in %s: who has not said which is asked for the code, and hears of no event",
  async (language) => {
    const party = await create("忘年会");
    const asked = botWords[language].refusal("which-event", undefined);
    const noa = guest(`Noa ${language}`, language);
    const before = (await stack.rows("Photo")).length;
    expect(await noa.send()).toBe(asked);
    const greeting = await noa.follow();
    expect(greeting).toContain(asked);
    expect(greeting).not.toMatch(/忘年会|さくら/);
    expect([(await noa.rows()).length, (await stack.rows("Photo")).length]).toEqual([0, before]);
    expect(await noa.say(party.joinCode.toLowerCase())).toContain("忘年会");
    expect(await noa.send()).toContain("pt");
    expect(await photosIn(party.eventId)).toBe(1);

    // Over: the next guest finds only one again, and who played there stays and is thanked.
    await close(party);
    const words = { title: "忘年会", opensAt: "", deletedAt: "" };
    expect(await noa.send()).toBe(botWords[language].refusal("closed", words));
    const mio = guest(`Mio ${language}`, language);
    expect(await mio.send()).toContain("pt");
    expect(await mio.rows()).toMatchObject([{ eventId: { S: stack.endpoints.eventId } }]);
    expect(await photosIn(party.eventId)).toBe(1);
  },
);

test.each(languages)(
  "E5: a code in %s of an event that opens later, is over, or of none",
  async (language) => {
    const jo = guest(`Jo ${language}`, language);
    await jo.follow();
    const opensAt = Date.now() + 24 * HOUR_MS;
    const later = await create("二次会", 24 * HOUR_MS);
    const over = await create("昼の部");
    await close(over);
    const words = eventWords(
      { title: "二次会", language: "ja", opensAt, retentionEndsAt: opensAt },
      language,
    );

    const thanks = botWords[language].refusal("closed", { ...words, title: "昼の部" });
    expect(await jo.say(over.joinCode)).toBe(thanks);
    expect(await jo.say("CCCCCC")).toBe(botWords[language].refusal("unknown-code", undefined));
    // Neither led away from where the guest plays.
    expect(await jo.send()).toContain("pt");
    const early = await jo.say(later.joinCode);
    expect(early).toContain(botWords[language].refusal("not-yet-open", words));
    expect(early).toContain(words.opensAt);
    expect(await jo.send()).toBe(botWords[language].refusal("not-yet-open", words));
    const played = (await jo.rows()).map((row) => row["eventId"]?.S);
    expect(new Set(played)).toEqual(new Set([stack.endpoints.eventId, later.eventId]));
  },
);
