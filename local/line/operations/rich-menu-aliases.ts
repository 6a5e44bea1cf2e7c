import { ALIAS_ID } from "../checks/action.ts";
import { refuse } from "../checks/parse-messages.ts";
import type { RichMenuAlias } from "../rich-menus/rich-menu-schema.ts";
import type { RichMenus } from "../rich-menus/rich-menus.ts";
import { type LineRequest, ok } from "../wire/exchange.ts";
import { LineError } from "../wire/line-error.ts";
import { parseJson } from "../wire/parse-json.ts";
import type { Operation } from "./operation.ts";
import { NO_DETAILS } from "./rich-menus.ts";

const MAX_ALIASES = 1000;
const RICH_MENU_ID = /^richmenu-[0-9a-f]{32}$/u;

/** The menu that an alias shall stand for: one with its image. */
function menuIdOf(value: unknown, richMenus: RichMenus): string {
  if (typeof value !== "string" || !RICH_MENU_ID.test(value))
    return refuse([{ message: "invalid richMenuId", property: "richMenuId" }]);
  if (!richMenus.find(value) || !richMenus.image(value))
    throw new LineError(400, "richmenu not found", NO_DETAILS);
  return value;
}

function aliasInPath({ params }: LineRequest, richMenus: RichMenus): RichMenuAlias {
  const alias = richMenus.alias(params["richMenuAliasId"] ?? "");
  if (!alias) throw new LineError(404, "richmenu alias not found", NO_DETAILS);
  return alias;
}

/** `POST /v2/bot/richmenu/alias`. */
export const createRichMenuAlias: Operation = (request, { richMenus }) => {
  const { richMenuAliasId, richMenuId: given } = parseJson(request.body);
  if (typeof richMenuAliasId !== "string" || !ALIAS_ID.test(richMenuAliasId))
    return refuse([{ message: "invalid richMenuAliasId", property: "richMenuAliasId" }]);
  const richMenuId = menuIdOf(given, richMenus);
  if (richMenus.alias(richMenuAliasId)) throw new LineError(400, "conflict richmenu alias id", NO_DETAILS);
  if (richMenus.aliases().length >= MAX_ALIASES)
    throw new LineError(400, "The number of rich menu aliases exceeds the limit", NO_DETAILS);
  richMenus.saveAlias({ richMenuAliasId, richMenuId });
  return ok();
};

/** `POST /v2/bot/richmenu/alias/{richMenuAliasId}`. */
export const updateRichMenuAlias: Operation = (request, { richMenus }) => {
  const { richMenuAliasId } = aliasInPath(request, richMenus);
  const richMenuId = menuIdOf(parseJson(request.body)["richMenuId"], richMenus);
  richMenus.saveAlias({ richMenuAliasId, richMenuId });
  return ok();
};

/** `GET /v2/bot/richmenu/alias/{richMenuAliasId}`. */
export const getRichMenuAlias: Operation = (request, { richMenus }) => ok(aliasInPath(request, richMenus));

/** `GET /v2/bot/richmenu/alias/list`. */
export const listRichMenuAliases: Operation = (_request, { richMenus }) =>
  ok({ aliases: richMenus.aliases() });

/** `DELETE /v2/bot/richmenu/alias/{richMenuAliasId}`. */
export const deleteRichMenuAlias: Operation = (request, { richMenus }) => {
  richMenus.deleteAlias(aliasInPath(request, richMenus).richMenuAliasId);
  return ok();
};
