import { messagingApi } from "@line/bot-sdk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { languages } from "#domain/language";
import { botWords } from "#domain/words/bot";
import { askApi } from "../../cli/ask-api.ts";
import { cardText } from "../../cli/card-text.ts";
import { installMenus } from "../../cli/line-setup/install-menus.ts";
import { startSession } from "../../cli/rights/ask.ts";
import { createHostOrders } from "../../cli/host-orders.ts";
import type { ChatMessage } from "../../local/line/memory/chat.ts";
import { freshPicture } from "../fixtures/fresh-picture.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";

// What guests ask the bot for (rules K), on the whole stack. LINE delivers every event twice.

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({ faults: { webhooks: { duplicate: 1 } } });
}, 180_000);
afterAll(() => stack.close());

const create = (displayName: string, language = "ja"): string =>
  stack.line.guests.create({ displayName, language }).userId;

const repliesTo = (userId: string, messageId: string): ChatMessage[] =>
  stack.line.chats.messagesOf(userId).filter(({ from, answers }) => from === "bot" && answers === messageId);

/** What the bot answered, once nothing of it is on its way any more. */
async function answersTo(
  userId: string,
  { messageId }: Pick<ChatMessage, "messageId">,
): Promise<readonly ChatMessage[]> {
  await expect.poll(() => repliesTo(userId, messageId).length, { timeout: 30_000 }).toBeGreaterThan(0);
  await stack.line.idle();
  await expect.poll(() => stack.waitingMessages(), { timeout: 30_000 }).toBe(0);
  return repliesTo(userId, messageId);
}

/** The text of the one message that the bot answers with. */
async function ask(userId: string, text: string): Promise<string> {
  const answers = await answersTo(userId, stack.line.guests.sendText(userId, text));
  expect(answers).toHaveLength(1);
  return answers.map(({ body }) => cardText(body)).join("\n");
}

const quickReplies = z.object({
  items: z.array(z.object({ action: z.record(z.string(), z.string()) })),
});
const buttonsOf = (answer: ChatMessage | undefined): Record<string, string>[] =>
  quickReplies.parse(answer?.body["quickReply"]).items.map(({ action }) => action);

async function sendPhoto(userId: string, motif: Parameters<typeof freshPicture>[0]): Promise<void> {
  const [sent] = stack.line.guests.sendImages(userId, [await freshPicture(motif)]);
  if (sent === undefined) throw new Error("no picture was sent");
  expect(await answersTo(userId, sent)).toHaveLength(1);
}

interface Board {
  readonly standings: readonly { readonly displayName: string; readonly score: number | null }[];
  readonly photos: readonly { readonly displayName: string }[];
}
const board = (): Promise<Board> =>
  stack.graphql(
    `query ($id: ID!) { board(boardId: $id) { standings { displayName score } photos { displayName } } }`,
    { id: stack.endpoints.boardId },
  );

const hostToken = (): string => {
  const { userPoolId, userPoolClientId, host } = stack.endpoints;
  return stack.services.userPools.signInAs(userPoolId, userPoolClientId, host.username).AccessToken;
};

describe("K3: a guest who writes a name", () => {
  test("is called so on the board, with all photos", async () => {
    const userId = create("山田");
    await sendPhoto(userId, "bride");
    expect((await board()).standings).toMatchObject([{ displayName: "山田" }]);
    expect(await ask(userId, "名前　はなこ")).toBe(botWords.ja.note("renamed", "はなこ"));
    await expect.poll(async () => (await board()).standings[0]?.displayName).toBe("はなこ");
    expect((await board()).photos.map(({ displayName }) => displayName)).toEqual(["はなこ"]);
  });

  test("keeps the name that a host gave", async () => {
    const userId = create("名無し");
    expect(await ask(userId, "name Ken")).toContain("Ken");
    const { graphqlUrl, eventId } = stack.endpoints;
    const orders = createHostOrders(graphqlUrl, hostToken());
    const guest = (await orders.guests(eventId)).find(({ displayName }) => displayName === "Ken");
    await askApi(
      graphqlUrl,
      { Authorization: hostToken() },
      `mutation ($e: ID!, $g: ID!, $c: AWSJSON!) { changeGuest(eventId: $e, guestId: $g, seen: 0, change: $c) { done } }`,
      { e: eventId, g: guest?.guestId, c: JSON.stringify({ displayName: "司会" }) },
    );
    expect(await ask(userId, "名前 王様")).toBe(botWords.ja.note("named-by-host", "司会"));
    const row = (await stack.rows("Guest")).find((one) => one["guestId"]?.S === guest?.guestId);
    expect(row?.["displayName"]?.S).toBe("司会");
  });

  test("that nobody can see is told how", async () => {
    expect(await ask(create("誰か"), "名前")).toBe(botWords.ja.note("how-to-rename", ""));
  });
});

describe("K2: a guest who asks for the ranking", () => {
  test("reads the best and the own place, and what the board says", async () => {
    const userId = create("二番", "en");
    await sendPhoto(userId, "guest-smile");
    const { standings } = await board();
    const text = await ask(userId, "ＲＡＮＫＩＮＧ");
    expect(standings).toHaveLength(2);
    for (const { displayName, score } of standings) {
      expect(text).toContain(displayName);
      expect(text).toContain(`${score?.toFixed(1)}pt`);
    }
    const own = standings.find(({ displayName }) => displayName === "二番");
    const place = standings.filter(({ score }) => (score ?? 0) > (own?.score ?? 0)).length + 1;
    expect(text).toContain(botWords.en.ownPlace(place, `${own?.score?.toFixed(1)}pt`));
  });

  test("reads nothing of it while the ranking is frozen", async () => {
    const userId = create("せっかち");
    const { graphqlUrl, eventId } = stack.endpoints;
    const go = (name: string, seen: number) =>
      askApi(
        graphqlUrl,
        { Authorization: hostToken() },
        `mutation ($e: ID!, $n: String!, $v: Int!, $a: ID!) {
          setStage(eventId: $e, name: $n, seen: $v, attempt: $a) { version } }`,
        { e: eventId, n: name, v: seen, a: name },
      );
    await go("frozen", 1);
    expect(await ask(userId, "ランキング")).toBe(botWords.ja.note("ranking-secret", ""));
    await go("thanks", 2);
    expect(await ask(userId, "ランキング")).toContain(botWords.ja.noPlaceYet);
  });
});

describe("K4: a guest who chooses a language on the page", () => {
  test("is answered in it, and sees the menu in it", async () => {
    const { endpoints } = stack;
    const { lineApiUrl: baseURL, channelAccessToken } = endpoints;
    const api = new messagingApi.MessagingApiClient({ channelAccessToken, baseURL });
    const blob = new messagingApi.MessagingApiBlobClient({ channelAccessToken, baseURL });
    await installMenus({ api, blob, liffId: "1234567890-AbcdEfgh" }, "ja");
    const userId = create("通訳");
    const menu = async () => (await api.getRichMenuIdOfUser(userId)).richMenuId;
    const menuOf = async (alias: string) => (await api.getRichMenuAlias(alias)).richMenuId;
    await answersTo(userId, stack.line.guests.follow(userId));
    expect(await menu()).toBe(await menuOf("egao-ja"));
    await sendPhoto(userId, "guest-smile");
    const token = await startSession(endpoints, await stack.login.issueIdToken({ userId }), undefined);
    const change = JSON.stringify({ language: "zh-Hant" });
    await askApi(
      endpoints.graphqlUrl,
      { Authorization: token },
      `mutation ($c: AWSJSON!) { updateMe(change: $c) { language } }`,
      { c: change },
    );
    await expect.poll(() => stack.waitingMessages(), { timeout: 30_000 }).toBe(0);
    expect(await menu()).toBe(await menuOf("egao-zh-hant"));
    expect(await ask(userId, "マイページ")).toContain(botWords["zh-Hant"].myPageLead);
    expect(await ask(userId, "English")).toBe(botWords.en.note("language-chosen", ""));
    expect(await menu()).toBe(await menuOf("egao-en"));
  });
});

describe.each(languages)("K1, K4: in %s", (language) => {
  const words = botWords[language];

  test("everything that help offers does what it says", async () => {
    const userId = create("旅人", "ja");
    const wish = { ja: "日本語", en: "English", "zh-Hant": "中文" }[language];
    expect(await ask(userId, wish)).toBe(words.note("language-chosen", ""));
    const help = await ask(userId, "👏");
    const [ranking, page, name, , screen, leave] = words.commands.map(({ text }) => text);
    for (const { text } of words.commands) expect(help).toContain(text);
    expect(await ask(userId, ranking ?? "")).toContain(words.rankingTitle);
    expect(await ask(userId, page ?? "")).toContain(words.myPageLead);
    expect(await ask(userId, name ?? "")).toMatch(/花子|Hanako|小花/);
    const [hide = "", show = ""] = screen?.split(" / ") ?? [];
    expect(await ask(userId, hide)).toBe(words.note("off-screen", ""));
    expect(await ask(userId, show)).toBe(words.note("on-screen", ""));
    expect(await ask(userId, leave ?? "")).toContain(words.leaveTitle);
  });

  test("the buttons below an answer do what they say", async () => {
    const userId = create("押す人", language);
    const [answer] = await answersTo(userId, stack.line.guests.sendText(userId, "?"));
    const actions = buttonsOf(answer);
    expect(actions.map(({ type }) => type)).toEqual(["camera", "cameraRoll", "postback", "uri"]);
    const { data = "", displayText = "" } = actions[2] ?? {};
    const [ranking, ...others] = await answersTo(
      userId,
      stack.line.guests.postback(userId, { data, displayText }),
    );
    expect(others).toEqual([]);
    expect(cardText(ranking?.body ?? {})).toContain(words.rankingTitle);
  });
});

test("A1: nobody was answered twice", async () => {
  // The first of a greeting's two messages.
  const isOpening = ({ body }: ChatMessage): boolean =>
    languages.some((language) =>
      cardText(body).startsWith(botWords[language].privacy(undefined).slice(0, 20)),
    );
  const answered = stack.line.chats
    .users()
    .flatMap(({ userId }) => stack.line.chats.messagesOf(userId))
    .filter((message) => message.from === "bot" && !isOpening(message))
    .map(({ answers }) => answers);
  expect(answered.length).toBeGreaterThan(10);
  expect(new Set(answered).size).toBe(answered.length);
});
