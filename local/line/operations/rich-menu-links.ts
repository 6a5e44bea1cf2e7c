import type { RichMenus } from "../rich-menus/rich-menus.ts";
import { type LineRequest, ok } from "../wire/exchange.ts";
import { LineError } from "../wire/line-error.ts";
import type { Operation } from "./operation.ts";
import { menuInPath, NO_DETAILS } from "./rich-menus.ts";

function userIdOf({ params }: LineRequest): string {
  const userId = params["userId"] ?? "";
  if (!/^U[0-9a-f]{32}$/u.test(userId))
    throw new LineError(400, "The value for the 'userId' parameter is invalid");
  return userId;
}

/** The menu that the path names, ready to be seen. */
function finishedMenu(request: LineRequest, richMenus: RichMenus): string {
  const { richMenuId } = menuInPath(request, richMenus);
  if (!richMenus.image(richMenuId))
    throw new LineError(400, "must upload richmenu image before applying it to user", NO_DETAILS);
  return richMenuId;
}

/** `POST /v2/bot/user/all/richmenu/{richMenuId}`. */
export const setDefaultRichMenu: Operation = (request, { richMenus }) => {
  richMenus.link(finishedMenu(request, richMenus));
  return ok();
};

/** `GET /v2/bot/user/all/richmenu`. */
export const getDefaultRichMenu: Operation = (_request, { richMenus }) => {
  const menu = richMenus.linked();
  if (!menu) throw new LineError(404, "no default richmenu", NO_DETAILS);
  return ok({ richMenuId: menu.richMenuId });
};

/** `DELETE /v2/bot/user/all/richmenu`. */
export const cancelDefaultRichMenu: Operation = (_request, { richMenus }) => {
  richMenus.unlink();
  return ok();
};

/** `POST /v2/bot/user/{userId}/richmenu/{richMenuId}`: 200 for everybody, but only friends get it. */
export const linkRichMenu: Operation = (request, { chats, richMenus }) => {
  const userId = userIdOf(request);
  const richMenuId = finishedMenu(request, richMenus);
  if (chats.user(userId)?.friendship === "friend") richMenus.link(richMenuId, userId);
  return ok();
};

/** `GET /v2/bot/user/{userId}/richmenu`. */
export const getLinkedRichMenu: Operation = (request, { richMenus }) => {
  const menu = richMenus.linked(userIdOf(request));
  if (!menu) throw new LineError(404, "the user has no richmenu", NO_DETAILS);
  return ok({ richMenuId: menu.richMenuId });
};

/** `DELETE /v2/bot/user/{userId}/richmenu`. */
export const unlinkRichMenu: Operation = (request, { richMenus }) => {
  richMenus.unlink(userIdOf(request));
  return ok();
};
