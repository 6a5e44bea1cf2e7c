import sharp from "sharp";
import { contentTypeOf } from "../memory/content-type.ts";
import { ok } from "../wire/exchange.ts";
import { LineError } from "../wire/line-error.ts";
import type { Operation } from "./operation.ts";
import { menuInPath } from "./rich-menus.ts";

const MAX_BYTES = 1_048_576;

export const IMAGE_TYPES = ["image/jpeg", "image/png"];

async function isOfSize(image: Buffer, size: { width: number; height: number }): Promise<boolean> {
  if (image.length > MAX_BYTES || !IMAGE_TYPES.includes(contentTypeOf(image))) return false;
  const read = await sharp(image)
    .metadata()
    .catch(() => undefined);
  return read?.width === size.width && read.height === size.height;
}

/** `POST /v2/bot/richmenu/{richMenuId}/content`: once, in the size that the menu told, at most 1 MB. */
export const setRichMenuImage: Operation = async (request, { richMenus }) => {
  const { richMenuId, size } = menuInPath(request, richMenus);
  if (!(await isOfSize(request.body, size)))
    throw new LineError(400, "The image size is not allowed for richmenu");
  if (richMenus.image(richMenuId))
    throw new LineError(400, "An image has already been uploaded to the richmenu");
  richMenus.setImage(richMenuId, request.body);
  return ok();
};

/** `GET /v2/bot/richmenu/{richMenuId}/content`. */
export const getRichMenuImage: Operation = (request, { richMenus }) => {
  const image = richMenus.image(menuInPath(request, richMenus).richMenuId);
  if (!image) throw new LineError(404, "Not found");
  return { status: 200, bytes: image.bytes, headers: { "content-type": image.contentType } };
};
