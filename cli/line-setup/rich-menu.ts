import type { messagingApi } from "@line/bot-sdk";
import { type Language, languages } from "#domain/language";
import { languageNames, richMenuWords } from "#domain/words/rich-menu";
import { menuAliasOf } from "../../functions/shared/adapters/line-menu.ts";
import { buttonBounds, type MenuButton, menuSize, tabBounds } from "./menu-layout.ts";

/**
 * The menu of one language. The camera and the album are opened by LINE's addresses: a rich menu has no actions for
 * them. `name` is what hosts see in LINE's own lists.
 */
export function richMenuOf(language: Language, name: string, liffId: string): messagingApi.RichMenuRequest {
  const words = richMenuWords[language];
  return {
    size: menuSize,
    selected: true,
    name,
    chatBarText: words.bar,
    areas: [
      ...languages.map((other) => ({ bounds: tabBounds(other), action: tab(other) })),
      button("camera", { type: "uri", label: words.camera, uri: "https://line.me/R/nv/camera/" }),
      button("album", { type: "uri", label: words.album, uri: "https://line.me/R/nv/cameraRoll/multi" }),
      button("ranking", postback("ranking", words.ranking)),
      button("me", { type: "uri", label: words.me, uri: `https://liff.line.me/${liffId}/me` }),
      button("help", postback("help", words.help)),
    ],
  };
}

function button(name: MenuButton, action: messagingApi.Action): messagingApi.RichMenuArea {
  return { bounds: buttonBounds[name], action };
}

function postback(data: string, label: string): messagingApi.PostbackAction {
  return { type: "postback", label, data, displayText: label };
}

/** LINE shows the other menu by itself; the bot hears it as the command that the language's name is (K1). */
function tab(language: Language): messagingApi.RichMenuSwitchAction {
  return {
    type: "richmenuswitch",
    label: languageNames[language],
    richMenuAliasId: menuAliasOf(language),
    data: languageNames[language],
  };
}
