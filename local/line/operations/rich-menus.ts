import { refuse } from "../checks/parse-messages.ts";
import { Place } from "../checks/place.ts";
import { richMenu } from "../checks/rich-menu.ts";
import { type RichMenu, richMenuSchema } from "../rich-menus/rich-menu-schema.ts";
import type { RichMenus } from "../rich-menus/rich-menus.ts";
import { type LineRequest, ok } from "../wire/exchange.ts";
import { type ErrorDetail, LineError } from "../wire/line-error.ts";
import { parseJson } from "../wire/parse-json.ts";
import type { Operation } from "./operation.ts";

const MAX_MENUS = 1000;

/** Some of LINE's refusals carry an empty list of details. */
export const NO_DETAILS = { members: { details: [] } };

function parseMenu(request: LineRequest): Omit<RichMenu, "richMenuId"> {
  const body = parseJson(request.body);
  const issues: ErrorDetail[] = [];
  richMenu(body, Place.request(issues));
  if (issues.length > 0) refuse(issues);
  return richMenuSchema.omit({ richMenuId: true }).parse(body);
}

/** The menu that the path names; throws 404. */
export function menuInPath({ params }: LineRequest, richMenus: RichMenus): RichMenu {
  const menu = richMenus.find(params["richMenuId"] ?? "");
  if (!menu) throw new LineError(404, "Not found");
  return menu;
}

/** `POST /v2/bot/richmenu`. */
export const createRichMenu: Operation = (request, { richMenus }) => {
  const menu = parseMenu(request);
  if (richMenus.list().length >= MAX_MENUS)
    throw new LineError(400, "The number of rich menus exceeds the limit", NO_DETAILS);
  return ok({ richMenuId: richMenus.create(menu).richMenuId });
};

/** `POST /v2/bot/richmenu/validate`. */
export const validateRichMenu: Operation = (request) => {
  parseMenu(request);
  return ok();
};

/** `GET /v2/bot/richmenu/list`. */
export const listRichMenus: Operation = (_request, { richMenus }) => ok({ richmenus: richMenus.list() });

/** `GET /v2/bot/richmenu/{richMenuId}`. */
export const getRichMenu: Operation = (request, { richMenus }) => ok(menuInPath(request, richMenus));

/** `DELETE /v2/bot/richmenu/{richMenuId}`. */
export const deleteRichMenu: Operation = (request, { richMenus }) => {
  richMenus.delete(menuInPath(request, richMenus).richMenuId);
  return ok();
};
