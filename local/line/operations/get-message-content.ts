import type { Operation } from "./operation.ts";
import { storedContent } from "./stored-content.ts";

/** `GET /v2/bot/message/{messageId}/content`. The 202 of content in preparation is a fault that tests switch on. */
export const getMessageContent: Operation = (request, state) => {
  const { bytes, contentType } = storedContent(request, state);
  return { status: 200, bytes, headers: { "content-type": contentType } };
};
