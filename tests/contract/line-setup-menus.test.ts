import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Channel } from "../../cli/line-setup/open-channel.ts";
import { setStage, type Stage } from "./line-harness.ts";
import { runSetup } from "./line-setup-harness.ts";

const ALIASES = ["egao-ja", "egao-en", "egao-zh-hant"];

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.close());

const run = (words?: string, channel?: Partial<Channel>) => runSetup(stage, words, channel);

/** Menus by alias, all menus and the default, as LINE has them. */
async function menus() {
  const { richmenus } = await stage.api.getRichMenuList();
  const { aliases } = await stage.api.getRichMenuAliasList();
  const default_ = await stage.api.getDefaultRichMenuId().catch(() => undefined);
  const byAlias = new Map(aliases.map(({ richMenuAliasId, richMenuId }) => [richMenuAliasId, richMenuId]));
  return { byAlias, all: richmenus.map(({ richMenuId }) => richMenuId), default: default_?.richMenuId };
}

describe("the menus", () => {
  it("are made in three languages, with pictures, and one for everybody", async () => {
    const { code, said } = await run("--language en");
    expect(code).toBe(0);
    expect(said).toContain("The menu English is made.");
    const { byAlias, all, default: everybody } = await menus();
    expect([...byAlias.keys()]).toEqual(ALIASES);
    expect([...byAlias.values()].toSorted()).toEqual(all.toSorted());
    expect(everybody).toBe(byAlias.get("egao-en"));
    for (const richMenuId of all) await stage.blob.getRichMenuImage(richMenuId);
    const { chatBarText } = await stage.api.getRichMenu(byAlias.get("egao-zh-hant") ?? "");
    expect(chatBarText).toBe("選單");
  });

  it("stay as they are when nothing changed", async () => {
    await run();
    const before = await menus();
    const { said } = await run();
    expect(said).toContain("The menus are as they should be.");
    expect(await menus()).toEqual(before);
  });

  it("are renewed when something changed, and the old ones are deleted", async () => {
    await run();
    const before = await menus();
    const { said } = await run("", { liffId: "1234567890-Zyxwvuts" });
    expect(said).toContain("The menu 日本語 is renewed.");
    const after = await menus();
    expect([...after.byAlias.keys()]).toEqual(ALIASES);
    expect(after.all.filter((richMenuId) => before.all.includes(richMenuId))).toEqual([]);
    expect(after.all).toHaveLength(3);
    expect(after.default).toBe(after.byAlias.get("egao-ja"));
  });

  it("change for everybody with --language alone", async () => {
    await run();
    const before = await menus();
    await run("--language zh-Hant");
    const after = await menus();
    expect(after.all).toEqual(before.all);
    expect(after.default).toBe(before.byAlias.get("egao-zh-hant"));
  });

  it("of others are left alone", async () => {
    const foreign = await stage.api.createRichMenu({
      size: { width: 2500, height: 843 },
      selected: false,
      name: "somebody's",
      chatBarText: "x",
      areas: [],
    });
    await run();
    await run("", { liffId: "1234567890-Zyxwvuts" });
    expect((await menus()).all).toContain(foreign.richMenuId);
  });

  it.each(["setRichMenuImage", "createRichMenuAlias", "setDefaultRichMenu", "deleteRichMenu"])(
    "are whole after a second run when LINE failed in %s",
    async (operation) => {
      if (operation === "deleteRichMenu") await run("", { liffId: "1234567890-Zyxwvuts" });
      stage.line.faults.set({ calls: { [`line:${operation}`]: { failBefore: 1, times: 1 } } });
      await expect(run()).rejects.toThrow();
      const { code } = await run();
      expect(code).toBe(0);
      const { byAlias, all, default: everybody } = await menus();
      expect([...byAlias.keys()]).toEqual(ALIASES);
      expect(all.toSorted()).toEqual([...byAlias.values()].toSorted());
      expect(everybody).toBe(byAlias.get("egao-ja"));
    },
  );

  it("come back when somebody deleted one by hand", async () => {
    await run();
    const { byAlias } = await menus();
    await stage.api.deleteRichMenu(byAlias.get("egao-ja") ?? "");
    const { said } = await run();
    expect(said).toContain("The menu 日本語 is renewed.");
    const after = await menus();
    expect(after.all).toHaveLength(3);
    expect(after.default).toBe(after.byAlias.get("egao-ja"));
  });

  it("are not touched by --check", async () => {
    const { code } = await run("--check");
    expect(code).toBe(0);
    expect((await menus()).all).toEqual([]);
  });
});
