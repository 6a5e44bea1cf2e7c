import type { RichMenus } from "../rich-menus/rich-menus.ts";
import { ok } from "../wire/exchange.ts";
import { LineError } from "../wire/line-error.ts";
import type { AdminRoute } from "./admin-routes.ts";
import { parseInput, tabInput } from "./parse-input.ts";
import { userInPath } from "./user-in-path.ts";

const MENU = "/local/users/{userId}/rich-menu";

/** A user's own menu, else everybody's; friends alone have one. */
const current: AdminRoute["run"] = (request, ports) => {
  const { userId, friendship } = userInPath(request, ports);
  const { richMenus } = ports.state;
  if (friendship !== "friend") return ok({ menu: null });
  return ok({ menu: richMenus.linked(userId) ?? richMenus.linked() ?? null });
};

/** A tap on a tab: LINE shows the other menu and tells the bot, also when that did not work. */
const tapTab: AdminRoute["run"] = (request, ports) => {
  const { userId } = userInPath(request, ports);
  const { richMenuAliasId, data } = parseInput(tabInput, request.body);
  const status = switchMenu(ports.state.richMenus, richMenuAliasId, userId);
  const params = { newRichMenuAliasId: richMenuAliasId, status };
  const { messageId } = ports.guests.postback(userId, { data, params });
  return { status: 201, json: { messageId, messageIds: [messageId] } };
};

function switchMenu(richMenus: RichMenus, aliasId: string, userId: string): string {
  const alias = richMenus.alias(aliasId);
  if (!alias) return "RICHMENU_ALIAS_ID_NOTFOUND";
  if (!richMenus.find(alias.richMenuId)) return "RICHMENU_NOTFOUND";
  richMenus.link(alias.richMenuId, userId);
  return "SUCCESS";
}

const image: AdminRoute["run"] = (request, { state }) => {
  const found = state.richMenus.image(request.params["richMenuId"] ?? "");
  if (!found) throw new LineError(404, "There is no such image");
  const headers = {
    "content-type": found.contentType,
    "cache-control": "private, max-age=3600",
    "cross-origin-resource-policy": "cross-origin",
  };
  return { status: 200, bytes: found.bytes, headers };
};

export const RICH_MENU_ROUTES: readonly AdminRoute[] = [
  { method: "GET", path: MENU, run: current },
  { method: "POST", path: `${MENU}/tab`, run: tapTab },
  { method: "GET", path: "/local/rich-menus/{richMenuId}/image", run: image },
];
