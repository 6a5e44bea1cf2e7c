import { LineError } from "../wire/line-error.ts";
import { parseJson } from "../wire/parse-json.ts";
import { refuse } from "../checks/parse-messages.ts";
import type { Operation } from "./operation.ts";

const DEFAULT_SECONDS = 20;
const MAX_SECONDS = 60;

/** `POST /v2/bot/chat/loading/start`: runs until the bot's next message or its time is over. */
export const showLoadingAnimation: Operation = (request, { chats }) => {
  const { chatId, loadingSeconds = DEFAULT_SECONDS } = parseJson(request.body);
  if (typeof chatId !== "string" || chatId === "")
    refuse([{ message: "May not be empty", property: "chatId" }]);
  if (!/^U[0-9a-f]{32}$/u.test(chatId)) throw new LineError(400, "Only user id is acceptable for chatId");
  const isAllowed =
    typeof loadingSeconds === "number" &&
    loadingSeconds >= 5 &&
    loadingSeconds <= MAX_SECONDS &&
    loadingSeconds % 5 === 0;
  if (!isAllowed)
    refuse([{ message: "Must be a multiple of 5 between 5 and 60", property: "loadingSeconds" }]);
  const user = chats.user(chatId);
  if (user && user.friendship !== "blocked") chats.showLoading(chatId, loadingSeconds * 1000);
  return { status: 202, json: {} };
};
