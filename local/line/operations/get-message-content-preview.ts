import { createJimp } from "@jimp/core";
import jpeg from "@jimp/js-jpeg";
import png from "@jimp/js-png";
import { methods as resize } from "@jimp/plugin-resize";
import { LineError } from "../wire/line-error.ts";
import type { Operation } from "./operation.ts";
import { storedContent } from "./stored-content.ts";

const LONG_EDGE = 240;
const Jimp = createJimp({ formats: [jpeg, png], plugins: [resize] });

/** `GET /v2/bot/message/{messageId}/content/preview`: a small JPEG of a picture (not of a video here). */
export const getMessageContentPreview: Operation = async (request, state) => {
  const { bytes, message } = storedContent(request, state);
  if (message.body.type !== "image") throw new LineError(400, "The content can not be previewed");
  const image = await Jimp.read(bytes).catch(() => {
    throw new LineError(400, "The content can not be previewed");
  });
  const scale = Math.min(1, LONG_EDGE / Math.max(image.width, image.height));
  image.resize({
    w: Math.max(1, Math.round(image.width * scale)),
    h: Math.max(1, Math.round(image.height * scale)),
  });
  return {
    status: 200,
    bytes: await image.getBuffer("image/jpeg"),
    headers: { "content-type": "image/jpeg" },
  };
};
