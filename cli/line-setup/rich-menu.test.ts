import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { readChatCommand } from "#domain/chat-command";
import { languages } from "#domain/language";
import { menuAliasOf } from "../../functions/shared/adapters/line-menu.ts";
import { buttonBounds, menuSize, tabBounds } from "./menu-layout.ts";
import { richMenuOf } from "./rich-menu.ts";

const menuOf = (language: (typeof languages)[number]) => richMenuOf(language, "x", "1234567890-AbcdEfgh");

describe("the picture of the menu", () => {
  it.each(languages)("in %s is one that LINE takes", async (language) => {
    const file = await readFile(new URL(`./images/${language.toLowerCase()}.png`, import.meta.url));
    expect(file.length).toBeLessThanOrEqual(1_000_000);
    const { format, width, height } = await sharp(file).metadata();
    expect({ format, width, height }).toEqual({ format: "png", ...menuSize });
  });
});

describe("its areas", () => {
  it("cover the whole picture once", () => {
    const areas = [...languages.map(tabBounds), ...Object.values(buttonBounds)];
    const covered = areas.reduce((sum, { width, height }) => sum + width * height, 0);
    expect(covered).toBe(menuSize.width * menuSize.height);
    for (const { x, y, width, height } of areas) {
      expect(x + width).toBeLessThanOrEqual(menuSize.width);
      expect(y + height).toBeLessThanOrEqual(menuSize.height);
      // On a phone the picture is about 375 points wide: a finger needs some 44 of them, a tab's strip a little less.
      expect(Math.min(width, height) * (375 / menuSize.width)).toBeGreaterThan(33);
    }
  });

  it.each(languages)("say in %s what the bot understands", (language) => {
    const commands = menuOf(language).areas?.flatMap(({ action }) =>
      action && "data" in action ? [readChatCommand(action.data)] : [],
    );
    expect(commands).toEqual([
      ...languages.map((other) => ({ kind: "language", language: other })),
      { kind: "ranking" },
      { kind: "help" },
    ]);
  });

  it("switch to the menus that are there under those names", () => {
    const names = menuOf("ja").areas?.flatMap(({ action }) =>
      action && "richMenuAliasId" in action ? [action.richMenuAliasId] : [],
    );
    expect(names).toEqual(languages.map(menuAliasOf));
    expect(names).toEqual(["egao-ja", "egao-en", "egao-zh-hant"]);
  });

  it("lead to My page, the camera and the album", () => {
    const addresses = menuOf("en").areas?.flatMap(({ action }) =>
      action && "uri" in action ? [action.uri] : [],
    );
    expect(addresses).toEqual([
      "https://line.me/R/nv/camera/",
      "https://line.me/R/nv/cameraRoll/multi",
      "https://liff.line.me/1234567890-AbcdEfgh/me",
    ]);
  });
});
