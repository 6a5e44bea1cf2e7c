import { expect } from "vitest";
import type { Answer } from "../../shared/ports/guest-messenger.ts";
import { answerChat } from "../chat/answer-chat.ts";
import type { SetMessage } from "./image-set.ts";
import { OPENED_AT, type World } from "../in-memory-world.ts";
import { receivePhoto } from "../photos/receive-photo.ts";
import { routeMessage } from "../route-message.ts";

// What the tests of sets have in common.

export const SET = "E005D41A";
export const userId = "U".padEnd(33, "a");

interface Shape {
  readonly hasIndex?: boolean;
  readonly hasTotal?: boolean;
}

/** No face gives more than 100. */
export const pointsOf = (at: number, count: number): number => (count < 10 ? 10 : 1) * (at + 1);

/** Photos that a guest sends in one go, the later the more points; ids go backwards. */
export function sendSet(world: World, count: number, { hasIndex = true, hasTotal = true }: Shape = {}) {
  return Array.from({ length: count }, (_, at): SetMessage => {
    const message = world.addPhoto(String(1_100 - at), [pointsOf(at, count)], userId);
    const imageSet = {
      id: SET,
      ...(hasIndex && { index: at + 1 }),
      ...(hasTotal && { total: count }),
    };
    return { ...message, sentAt: OPENED_AT, replyId: `set#${SET}`, imageSet };
  });
}
export const three = (world: World, shape?: Shape) =>
  sendSet(world, 3, shape) as [SetMessage, SetMessage, SetMessage];

export async function receive(world: World, messages: readonly SetMessage[]): Promise<void> {
  for (const message of messages) await receivePhoto(world.ports, message);
}

/** What the worker left for later about results that nobody told. */
export async function workOffUntold(world: World): Promise<void> {
  const untold = world.queued.filter(({ message }) => message.kind === "untold");
  for (const { message } of untold) await routeMessage(world.ports, message);
}

let chats = 0;
export async function earlierInNextReply(world: World) {
  chats += 1;
  const chat = {
    kind: "chat" as const,
    lineUserId: userId,
    sentAt: world.now,
    replyId: `chat-${chats}`,
    replyToken: `chat-token-${chats}`,
  };
  await answerChat(world.ports, chat);
  return world.replies.at(-1)?.earlier ?? [];
}

export const answers = (world: World): Answer[] => world.replies.map(({ answer }) => answer);
/** What each result of the answer to a set says, in its order. */
export function told(answer: Answer | undefined): unknown[] {
  if (answer?.kind !== "set") return [answer?.kind];
  return answer.results.map(({ answer: result }) =>
    result.kind === "refused" ? result.reason : result.score,
  );
}
export const rows = (world: World) =>
  [...world.store.photos.values()].toSorted((a, b) => Number(b.photoId) - Number(a.photoId));
export const steps = (world: World) =>
  rows(world)
    .filter(({ state }) => state !== "removed")
    .map(({ step, isUntold }) => (isUntold ? "untold" : step));
export const allAnswered = (world: World) => expect(new Set(steps(world))).toEqual(new Set(["answered"]));
