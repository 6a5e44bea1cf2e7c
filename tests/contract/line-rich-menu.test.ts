import { buffer } from "node:stream/consumers";
import type { messagingApi } from "@line/bot-sdk";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { refusal, setStage, type Stage, TOKEN } from "./line-harness.ts";
import { asBlob, MENU, picture, UNKNOWN_MENU } from "./line-rich-menu-harness.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.close());

describe("a rich menu", () => {
  it("is made, read, listed and deleted", async () => {
    const { richMenuId } = await stage.api.createRichMenu(MENU);
    expect(richMenuId).toMatch(/^richmenu-[0-9a-f]{32}$/u);
    expect(await stage.api.getRichMenu(richMenuId)).toEqual({ richMenuId, ...MENU });
    const { richMenuId: second } = await stage.api.createRichMenu({ ...MENU, name: "second" });
    expect((await stage.api.getRichMenuList()).richmenus.map(({ name }) => name)).toEqual(["egao", "second"]);
    await stage.api.deleteRichMenu(richMenuId);
    expect((await stage.api.getRichMenuList()).richmenus.map((menu) => menu.richMenuId)).toEqual([second]);
    for (const call of ["getRichMenu", "deleteRichMenu"] as const)
      expect(await refusal(stage.api[call](richMenuId))).toMatchObject({ status: 404, message: "Not found" });
  });

  it.each<[string, object, string]>([
    ["a narrow size", { size: { width: 799, height: 400 }, areas: [] }, "size.width"],
    ["a flat size", { size: { width: 2500, height: 249 }, areas: [] }, "size.height"],
    ["a tall size", { size: { width: 1200, height: 828 } }, "size"],
    ["a long name", { name: "あ".repeat(301) }, "name"],
    ["a long text of the bar", { chatBarText: "あ".repeat(15) }, "chatBarText"],
    ["no text of the bar", { chatBarText: undefined }, "chatBarText"],
    ["21 areas", { areas: Array.from({ length: 21 }, () => MENU.areas?.[0]) }, "areas"],
    [
      "an area beyond the edge",
      { areas: [{ ...MENU.areas?.[0], bounds: { x: 601, y: 0, width: 600, height: 1 } }] },
      "areas[0].bounds",
    ],
    [
      "the camera of quick replies",
      { areas: [{ ...MENU.areas?.[0], action: { type: "camera", label: "x" } }] },
      "areas[0].action.type",
    ],
    [
      "a long label",
      {
        areas: [{ ...MENU.areas?.[0], action: { type: "message", text: "x", label: "x".repeat(21) } }],
      },
      "areas[0].action.label",
    ],
    [
      "a bad alias",
      {
        areas: [
          { ...MENU.areas?.[0], action: { type: "richmenuswitch", data: "x", richMenuAliasId: "Egao" } },
        ],
      },
      "areas[0].action.richMenuAliasId",
    ],
  ])("is refused with %s", async (_what, change, property) => {
    // What no TypeScript would let through.
    const menu = { ...MENU, ...change } as messagingApi.RichMenuRequest;
    for (const call of ["createRichMenu", "validateRichMenuObject"] as const) {
      const { status, details } = await refusal(stage.api[call](menu));
      expect([status, details.map((detail) => detail.property)]).toEqual([400, [property]]);
    }
    expect((await stage.api.getRichMenuList()).richmenus).toEqual([]);
  });

  it("can be validated without being made", async () => {
    expect(await stage.api.validateRichMenuObject(MENU)).toEqual({});
    expect((await stage.api.getRichMenuList()).richmenus).toEqual([]);
  });

  it("is made at most a hundred times in an hour", async () => {
    for (let made = 0; made < 100; made += 1) await stage.api.createRichMenu(MENU);
    expect((await refusal(stage.api.createRichMenu(MENU))).status).toBe(429);
    stage.now += 3_600_000;
    await stage.api.createRichMenu(MENU);
  });
});

describe("its image", () => {
  it("is set once and comes back as it was", async () => {
    const { richMenuId } = await stage.api.createRichMenu(MENU);
    expect((await refusal(stage.blob.getRichMenuImage(richMenuId))).status).toBe(404);
    const bytes = await picture();
    await stage.blob.setRichMenuImage(richMenuId, asBlob(bytes));
    expect(await buffer(await stage.blob.getRichMenuImage(richMenuId))).toEqual(bytes);
    expect((await refusal(stage.blob.setRichMenuImage(richMenuId, asBlob(bytes)))).message).toBe(
      "An image has already been uploaded to the richmenu",
    );
  });

  it("has the menu's size, at most 1 MB and is a JPEG or PNG", async () => {
    const { richMenuId } = await stage.api.createRichMenu(MENU);
    const large = Buffer.concat([await picture(), Buffer.alloc(1_048_576)]);
    const webp = await sharp(await picture())
      .webp()
      .toBuffer();
    for (const bytes of [await picture(1200, 405), large, webp, Buffer.from("no picture")])
      expect(await refusal(stage.blob.setRichMenuImage(richMenuId, asBlob(bytes)))).toMatchObject({
        status: 400,
        message: "The image size is not allowed for richmenu",
      });
    const unsupported = stage.blob.setRichMenuImage(richMenuId, asBlob(webp, "image/webp"));
    expect((await refusal(unsupported)).status).toBe(415);
    expect((await refusal(stage.blob.setRichMenuImage(UNKNOWN_MENU, asBlob(await picture())))).status).toBe(
      404,
    );
    expect((await refusal(stage.blob.getRichMenuImage(richMenuId))).status).toBe(404);
  });

  it("opens no other door to what is not JSON", async () => {
    const response = await fetch(`${stage.origin}/v2/bot/richmenu`, {
      method: "POST",
      headers: { authorization: `Bearer ${TOKEN}`, "content-type": "image/png" },
      body: new Uint8Array(await picture()),
    });
    expect(response.status).toBe(415);
  });
});
