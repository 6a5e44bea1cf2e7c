import type { messagingApi } from "@line/bot-sdk";
import sharp from "sharp";
import type { Stage } from "./line-harness.ts";

export const MENU: messagingApi.RichMenuRequest = {
  size: { width: 1200, height: 810 },
  selected: true,
  name: "egao",
  chatBarText: "メニュー",
  areas: [
    { bounds: { x: 0, y: 0, width: 600, height: 810 }, action: { type: "uri", uri: "https://example.org/" } },
    {
      bounds: { x: 600, y: 0, width: 600, height: 810 },
      action: { type: "richmenuswitch", label: "English", richMenuAliasId: "egao-en", data: "language=en" },
    },
  ],
};
export const UNKNOWN_MENU = `richmenu-${"0".repeat(32)}`;

/** A PNG of that size. */
export function picture(width = 1200, height = 810): Promise<Buffer> {
  const background = "#faf6ee";
  return sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();
}

export const asBlob = (bytes: Buffer, type = "image/png") => new Blob([new Uint8Array(bytes)], { type });

/** A menu with its image. */
export async function finishedMenu({ api, blob }: Stage): Promise<string> {
  const { richMenuId } = await api.createRichMenu(MENU);
  await blob.setRichMenuImage(richMenuId, asBlob(await picture()));
  return richMenuId;
}
