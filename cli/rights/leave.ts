import * as z from "zod";
import { leaveAnswers } from "#domain/chat-command";
import { askApi } from "../ask-api.ts";
import { askForBoard, startSession } from "./ask.ts";
import { until } from "./until.ts";
import type { Visit } from "./visit.ts";

/** K6: a word and a yes in the chat; the id of the yes, when no board knows the guest any more. */
export async function leaveInChat(visit: Visit): Promise<string> {
  const { stack, userId } = visit;
  stack.line.guests.sendText(userId, "退会");
  const { messageId } = stack.line.guests.postback(userId, { data: leaveAnswers.yes });
  await isForgotten(visit);
  return messageId;
}

/** K6: the same on the personal page. */
export async function leaveOnPage(visit: Visit): Promise<void> {
  const { endpoints, login } = visit.stack;
  const token = await startSession(endpoints, await login.issueIdToken({ userId: visit.userId }), undefined);
  const query = `mutation { deleteEverything { eventId } }`;
  z.object({ eventId: z.string() }).parse(
    await askApi(endpoints.graphqlUrl, { Authorization: token }, query, {}),
  );
  await isForgotten(visit);
}

/** The person goes last. */
async function isForgotten({ stack, userId, photos }: Visit): Promise<void> {
  const photoId = photos.at(-1);
  await until("the end of everything on the board", async () => {
    const board = await askForBoard(stack.endpoints);
    return board.photos.every((photo) => photo.photoId !== photoId);
  });
  const { endpoints, login } = stack;
  await until("the end of the page", async () => {
    const idToken = await login.issueIdToken({ userId });
    return startSession(endpoints, idToken, undefined).then(
      () => false,
      () => true,
    );
  });
}
