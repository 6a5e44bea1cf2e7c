import {
  createRichMenuAlias,
  deleteRichMenuAlias,
  getRichMenuAlias,
  listRichMenuAliases,
  updateRichMenuAlias,
} from "../operations/rich-menu-aliases.ts";
import { getRichMenuImage, IMAGE_TYPES, setRichMenuImage } from "../operations/rich-menu-image.ts";
import {
  cancelDefaultRichMenu,
  getDefaultRichMenu,
  getLinkedRichMenu,
  linkRichMenu,
  setDefaultRichMenu,
  unlinkRichMenu,
} from "../operations/rich-menu-links.ts";
import {
  createRichMenu,
  deleteRichMenu,
  getRichMenu,
  listRichMenus,
  validateRichMenu,
} from "../operations/rich-menus.ts";
import { unsupported } from "../wire/line-error.ts";
import { type OperationRoute, type Rate, route } from "./operation-route.ts";

const PER_HOUR: Rate = { calls: 100, withinMs: 3_600_000 };
const LISTS: Rate = { calls: 10, withinMs: 1_000 };

const MENU = "/v2/bot/richmenu/{richMenuId}";
const ALIAS = "/v2/bot/richmenu/alias/{richMenuAliasId}";
const EVERYBODY = "/v2/bot/user/all/richmenu";
const USER = "/v2/bot/user/{userId}/richmenu";

/** The first that matches a path is taken: fixed words come before braces. */
export const RICH_MENU_OPERATIONS: readonly OperationRoute[] = [
  route("POST", "/v2/bot/richmenu", "createRichMenu", createRichMenu, PER_HOUR),
  route("POST", "/v2/bot/richmenu/validate", "validateRichMenuObject", validateRichMenu),
  route("GET", "/v2/bot/richmenu/list", "getRichMenuList", listRichMenus, LISTS),
  route("POST", "/v2/bot/richmenu/alias", "createRichMenuAlias", createRichMenuAlias),
  route("GET", "/v2/bot/richmenu/alias/list", "getRichMenuAliasList", listRichMenuAliases),
  route("GET", ALIAS, "getRichMenuAlias", getRichMenuAlias),
  route("POST", ALIAS, "updateRichMenuAlias", updateRichMenuAlias),
  route("DELETE", ALIAS, "deleteRichMenuAlias", deleteRichMenuAlias, PER_HOUR),
  route("POST", "/v2/bot/richmenu/batch", "richMenuBatch", () => {
    throw unsupported("Changing the rich menus of many users at once");
  }),
  route("GET", MENU, "getRichMenu", getRichMenu),
  route("DELETE", MENU, "deleteRichMenu", deleteRichMenu, PER_HOUR),
  { ...route("POST", `${MENU}/content`, "setRichMenuImage", setRichMenuImage), mediaTypes: IMAGE_TYPES },
  route("GET", `${MENU}/content`, "getRichMenuImage", getRichMenuImage),
  route("GET", EVERYBODY, "getDefaultRichMenuId", getDefaultRichMenu),
  route("DELETE", EVERYBODY, "cancelDefaultRichMenu", cancelDefaultRichMenu),
  route("POST", `${EVERYBODY}/{richMenuId}`, "setDefaultRichMenu", setDefaultRichMenu),
  route("GET", USER, "getRichMenuIdOfUser", getLinkedRichMenu),
  route("DELETE", USER, "unlinkRichMenuIdFromUser", unlinkRichMenu),
  route("POST", `${USER}/{richMenuId}`, "linkRichMenuIdToUser", linkRichMenu),
];
