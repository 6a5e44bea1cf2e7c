import { ok } from "../wire/exchange.ts";
import { LineError } from "../wire/line-error.ts";
import type { Operation } from "./operation.ts";
import { storedContent } from "./stored-content.ts";

/** `GET /v2/bot/message/{messageId}/content/transcoding`: videos are ready at once. */
export const getMessageContentTranscoding: Operation = (request, state) => {
  if (storedContent(request, state).message.body.type !== "video")
    throw new LineError(400, "Transcoding status doesn't support this type of content");
  return ok({ status: "succeeded" });
};
