import sharp from "sharp";
import { LineError } from "../wire/line-error.ts";
import type { Operation } from "./operation.ts";
import { storedContent } from "./stored-content.ts";

const LONG_EDGE = 240;

/** `GET /v2/bot/message/{messageId}/content/preview`: a small JPEG of a picture (not of a video here). */
export const getMessageContentPreview: Operation = async (request, state) => {
  const { bytes, message } = storedContent(request, state);
  if (message.body.type !== "image") throw new LineError(400, "The content can not be previewed");
  const preview = sharp(bytes)
    .rotate()
    .resize(LONG_EDGE, LONG_EDGE, { fit: "inside", withoutEnlargement: true });
  const jpeg = await preview
    .jpeg()
    .toBuffer()
    .catch(() => {
      throw new LineError(400, "The content can not be previewed");
    });
  return { status: 200, bytes: jpeg, headers: { "content-type": "image/jpeg" } };
};
