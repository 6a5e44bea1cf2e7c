import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { befriend, refusal, setStage, type Stage } from "./line-harness.ts";
import { finishedMenu, MENU, picture, UNKNOWN_MENU } from "./line-rich-menu-harness.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.close());

describe("the default", () => {
  it("needs a menu with an image", async () => {
    const { richMenuId } = await stage.api.createRichMenu(MENU);
    expect(await refusal(stage.api.setDefaultRichMenu(richMenuId))).toMatchObject({
      status: 400,
      message: "must upload richmenu image before applying it to user",
    });
    expect((await refusal(stage.api.setDefaultRichMenu(UNKNOWN_MENU))).status).toBe(404);
    expect(await refusal(stage.api.getDefaultRichMenuId())).toMatchObject({
      status: 404,
      message: "no default richmenu",
    });
  });

  it("is set, cancelled and gone with its menu", async () => {
    const richMenuId = await finishedMenu(stage);
    await stage.api.setDefaultRichMenu(richMenuId);
    expect(await stage.api.getDefaultRichMenuId()).toEqual({ richMenuId });
    await stage.api.cancelDefaultRichMenu();
    expect((await refusal(stage.api.getDefaultRichMenuId())).status).toBe(404);
    await stage.api.setDefaultRichMenu(richMenuId);
    await stage.api.deleteRichMenu(richMenuId);
    expect((await refusal(stage.api.getDefaultRichMenuId())).status).toBe(404);
  });
});

describe("an alias", () => {
  it("is made, pointed elsewhere, listed and deleted", async () => {
    const first = await finishedMenu(stage);
    const second = await finishedMenu(stage);
    await stage.api.createRichMenuAlias({ richMenuAliasId: "egao-ja", richMenuId: first });
    const again = stage.api.createRichMenuAlias({ richMenuAliasId: "egao-ja", richMenuId: second });
    expect(await refusal(again)).toMatchObject({ status: 400, message: "conflict richmenu alias id" });
    expect((await stage.api.getRichMenuAlias("egao-ja")).richMenuId).toBe(first);
    await stage.api.updateRichMenuAlias("egao-ja", { richMenuId: second });
    expect(await stage.api.getRichMenuAliasList()).toEqual({
      aliases: [{ richMenuAliasId: "egao-ja", richMenuId: second }],
    });
    await stage.api.deleteRichMenuAlias("egao-ja");
    for (const call of [
      () => stage.api.getRichMenuAlias("egao-ja"),
      () => stage.api.deleteRichMenuAlias("egao-ja"),
      () => stage.api.updateRichMenuAlias("egao-ja", { richMenuId: first }),
    ])
      expect(await refusal(call())).toMatchObject({ status: 404, message: "richmenu alias not found" });
  });

  it("stands only for a menu with an image, under a plain name", async () => {
    const { richMenuId: bare } = await stage.api.createRichMenu(MENU);
    for (const richMenuId of [bare, UNKNOWN_MENU])
      expect(
        await refusal(stage.api.createRichMenuAlias({ richMenuAliasId: "egao-ja", richMenuId })),
      ).toMatchObject({ status: 400, message: "richmenu not found" });
    const richMenuId = await finishedMenu(stage);
    for (const [richMenuAliasId, id, property] of [
      ["Egao ja", richMenuId, "richMenuAliasId"],
      ["egao-ja", "menu", "richMenuId"],
    ] as const) {
      const { details } = await refusal(stage.api.createRichMenuAlias({ richMenuAliasId, richMenuId: id }));
      expect(details.map((detail) => detail.property)).toEqual([property]);
    }
    expect((await stage.api.getRichMenuAliasList()).aliases).toEqual([]);
  });
});

describe("a user's own menu", () => {
  it("is linked to friends alone and goes with the menu", async () => {
    const userId = await befriend(stage);
    const { userId: stranger } = stage.line.guests.create({ displayName: "次郎" });
    const richMenuId = await finishedMenu(stage);
    await stage.api.linkRichMenuIdToUser(userId, richMenuId);
    await stage.api.linkRichMenuIdToUser(stranger, richMenuId);
    expect(await stage.api.getRichMenuIdOfUser(userId)).toEqual({ richMenuId });
    expect(await refusal(stage.api.getRichMenuIdOfUser(stranger))).toMatchObject({
      status: 404,
      message: "the user has no richmenu",
    });
    await stage.api.unlinkRichMenuIdFromUser(userId);
    expect((await refusal(stage.api.getRichMenuIdOfUser(userId))).status).toBe(404);
    expect((await refusal(stage.api.getRichMenuIdOfUser("U1"))).status).toBe(400);
    expect((await refusal(stage.api.getDefaultRichMenuId())).status).toBe(404);
  });
});

it("keeps menus, images, aliases and links when LINE starts anew", async () => {
  const directory = mkdtempSync(join(tmpdir(), "line-"));
  const before = await setStage({ directory });
  const userId = await befriend(before);
  const richMenuId = await finishedMenu(before);
  await before.api.createRichMenuAlias({ richMenuAliasId: "egao-ja", richMenuId });
  await before.api.setDefaultRichMenu(richMenuId);
  await before.api.linkRichMenuIdToUser(userId, richMenuId);
  await before.close();
  const after = await setStage({ directory });
  expect(await after.api.getRichMenu(richMenuId)).toEqual({ richMenuId, ...MENU });
  expect(await buffer(await after.blob.getRichMenuImage(richMenuId))).toEqual(await picture());
  expect((await after.api.getRichMenuAlias("egao-ja")).richMenuId).toBe(richMenuId);
  expect((await after.api.getDefaultRichMenuId()).richMenuId).toBe(richMenuId);
  expect((await after.api.getRichMenuIdOfUser(userId)).richMenuId).toBe(richMenuId);
  await after.close();
  rmSync(directory, { recursive: true });
});
