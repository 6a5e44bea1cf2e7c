import { ok } from "../wire/exchange.ts";
import { LineError } from "../wire/line-error.ts";
import type { Operation } from "./operation.ts";

/** `GET /v2/bot/profile/{userId}`: of friends, and of others who wrote to the bot. */
export const getProfile: Operation = (request, { chats }) => {
  const userId = request.params["userId"] ?? "";
  if (!/^U[0-9a-f]{32}$/u.test(userId))
    throw new LineError(400, "The value for the 'userId' parameter is invalid");
  const user = chats.user(userId);
  const isVisible = user && (user.friendship === "friend" || (user.friendship === "none" && user.hasWritten));
  if (!user || !isVisible) throw new LineError(404, "Not found");
  const { displayName, language, pictureUrl, statusMessage } = user;
  return ok({
    userId,
    displayName,
    ...(language !== undefined && { language }),
    ...(pictureUrl !== undefined && { pictureUrl }),
    ...(statusMessage !== undefined && { statusMessage }),
  });
};
