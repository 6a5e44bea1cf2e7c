import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { installMenus } from "../../cli/line-setup/install-menus.ts";
import { createGuestMenu, menuAliasOf } from "../../functions/shared/adapters/line-menu.ts";
import { befriend, setStage, type Stage, TOKEN } from "./line-harness.ts";

let stage: Stage;
let userId: string;
beforeEach(async () => {
  stage = await setStage();
  userId = await befriend(stage);
});
afterEach(() => stage.close());

const menuOf = (channelAccessToken = TOKEN) =>
  createGuestMenu({ channelAccessToken, apiBaseUrl: stage.origin });
const install = (liffId = "1234567890-AbcdEfgh") =>
  installMenus({ api: stage.api, blob: stage.blob, liffId }, "ja");
const idOf = async (language: "ja" | "en" | "zh-Hant") =>
  (await stage.api.getRichMenuAlias(menuAliasOf(language))).richMenuId;
const seenBy = async (user: string) => (await stage.api.getRichMenuIdOfUser(user)).richMenuId;
/** How often the menu of a name was asked for while `work` was done. */
async function asksDuring(work: () => Promise<unknown>): Promise<number> {
  let asks = 0;
  const unwatch = stage.line.faults.watch(({ action, phase }) => {
    if (action === "line:getRichMenuAlias" && phase === "before") asks += 1;
  });
  await work();
  unwatch();
  return asks;
}

describe("the menu of a language", () => {
  it.each(["ja", "en", "zh-Hant"] as const)("%s is shown to the guest", async (language) => {
    await install();
    expect(await menuOf().show(userId, language)).toBe(true);
    expect(await seenBy(userId)).toBe(await idOf(language));
  });

  it("is asked for once, however many guests see it", async () => {
    await install();
    const menu = menuOf();
    const others = [userId, await befriend(stage), await befriend(stage)];
    const asks = await asksDuring(async () => {
      for (const other of others) await menu.show(other, "en");
    });
    expect(asks).toBe(1);
    for (const other of others) expect(await seenBy(other)).toBe(await idOf("en"));
  });

  it("is another one after the menus were renewed", async () => {
    await install();
    const menu = menuOf();
    await menu.show(userId, "en");
    await install("1234567890-Zyxwvuts");
    expect(await menu.show(userId, "en")).toBe(true);
    expect(await seenBy(userId)).toBe(await idOf("en"));
  });

  it("is none while nobody has set up menus, and is there as soon as somebody has", async () => {
    const menu = menuOf();
    expect(await menu.show(userId, "ja")).toBe(false);
    await install();
    expect(await menu.show(userId, "ja")).toBe(true);
  });

  it("cannot be shown when LINE refuses, answers late or not at all", async () => {
    await install();
    await expect(menuOf("wrong").show(userId, "ja")).rejects.toThrow("line-unreachable");
    await expect(menuOf().show("../../evil", "ja")).rejects.toThrow("line-unreachable");
    stage.line.faults.set({ calls: { "line:linkRichMenuIdToUser": { failBefore: 1 } } });
    await expect(menuOf().show(userId, "ja")).rejects.toThrow("line-unreachable");
    stage.line.faults.set({ calls: { "line:linkRichMenuIdToUser": { latencyMs: [60_000, 60_000] } } });
    const startedAt = performance.now();
    await expect(menuOf().show(userId, "ja")).rejects.toThrow("line-unreachable");
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });
});
