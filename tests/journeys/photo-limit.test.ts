import { afterAll, beforeAll, expect, test } from "vitest";
import { seedRules } from "#domain/event-rules";
import { botWords } from "#domain/words/bot";
import { askApi } from "../../cli/ask-api.ts";
import { askForBoard, askForPhoto } from "../../cli/rights/ask.ts";
import { type Player, playerNamed, sendPicture } from "../fixtures/authorization/players.ts";
import { freshPicture } from "../fixtures/fresh-picture.ts";
import { signedInHost } from "../fixtures/host.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";
import { waitUntil } from "../fixtures/wait-until.ts";

// P7: two photos of each guest take part; who takes one back sees the next one step in.

let stack: TestStack;
let hostToken: string;
beforeAll(async () => {
  stack = await startTestStack();
  ({ token: hostToken } = await signedInHost(stack, "hanako@example.org"));
}, 180_000);
afterAll(() => stack.close());

const asHost = (query: string, variables: object) =>
  askApi(stack.endpoints.graphqlUrl, { Authorization: hostToken }, query, variables);
const setRules = (more: object) =>
  asHost(`mutation ($e: ID!, $r: AWSJSON!) { changeRules(eventId: $e, rules: $r) { jobId } }`, {
    e: stack.endpoints.eventId,
    r: JSON.stringify({ ...seedRules, ...more }),
  });
const onBoard = async () =>
  new Set((await askForBoard(stack.endpoints)).photos.map(({ photoId }) => photoId));
const answersTo = ({ lineUserId }: Player, photoId: string): string =>
  JSON.stringify(
    stack.line.chats
      .messagesOf(lineUserId)
      .filter(({ from, answers }) => from === "bot" && answers === photoId),
  );

test("the third photo is kept and told, and steps in when the first is taken back; without the limit all are there", async () => {
  await setRules({ photosPerGuest: 2 });
  const aoi = await playerNamed(stack, "Aoi", await freshPicture("three-friends", 500));
  const send = async (size: number) =>
    sendPicture(stack, aoi.lineUserId, await freshPicture("guest-smile", size));
  const [second, third, fourth] = [await send(400), await send(420), await send(440)];
  await waitUntil("the first two on the board", async () => (await onBoard()).size === 2);
  expect(await onBoard()).toEqual(new Set([aoi.photoId, second]));
  expect(await askForPhoto(stack.endpoints, aoi.token, third)).toBe("hidden");
  const told = Object.values(botWords).map((words) =>
    words.refusal("over-limit", { title: "", opensAt: "", deletedAt: "", photosPerGuest: 2 }),
  );
  expect(told.some((sentence) => answersTo(aoi, third).includes(sentence))).toBe(true);

  stack.line.guests.unsend(aoi.lineUserId, aoi.photoId);
  await waitUntil("the third in place of the first", async () => (await onBoard()).has(third));
  await waitUntil("the end of the first", async () => !(await onBoard()).has(aoi.photoId));
  expect(await onBoard()).toEqual(new Set([second, third]));

  await setRules({});
  await waitUntil("the fourth, too", async () => (await onBoard()).has(fourth));
  await waitUntil("the end of all work", () => stack.waitingMessages() === 0);
  expect(await onBoard()).toEqual(new Set([second, third, fourth]));
});
