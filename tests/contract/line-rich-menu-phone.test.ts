import { afterEach, beforeEach, expect, it } from "vitest";
import { befriend, setStage, type Stage } from "./line-harness.ts";
import { finishedMenu, picture } from "./line-rich-menu-harness.ts";

let stage: Stage;
let userId: string;
beforeEach(async () => {
  stage = await setStage();
  userId = await befriend(stage);
});
afterEach(() => stage.close());

async function menuOf(user = userId): Promise<unknown> {
  const response = await fetch(`${stage.origin}/local/users/${user}/rich-menu`);
  const { menu } = await response.json();
  return menu?.richMenuId;
}

/** Taps the tab and returns the postback that the bot got. */
async function tap(richMenuAliasId: string): Promise<unknown> {
  const response = await fetch(`${stage.origin}/local/users/${userId}/rich-menu/tab`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ richMenuAliasId, data: "English" }),
  });
  expect(response.status).toBe(201);
  await stage.line.idle();
  const event = stage.bot.events().at(-1);
  return event?.type === "postback" ? event.postback : event;
}

it("shows a friend the own menu, else everybody's, and a stranger none", async () => {
  const { userId: stranger } = stage.line.guests.create({ displayName: "次郎" });
  expect(await menuOf()).toBeUndefined();
  const everybodys = await finishedMenu(stage);
  const own = await finishedMenu(stage);
  await stage.api.setDefaultRichMenu(everybodys);
  expect(await menuOf()).toBe(everybodys);
  await stage.api.linkRichMenuIdToUser(userId, own);
  expect(await menuOf()).toBe(own);
  expect(await menuOf(stranger)).toBeUndefined();
});

it("hands out the picture", async () => {
  const response = await fetch(`${stage.origin}/local/rich-menus/${await finishedMenu(stage)}/image`);
  expect(response.headers.get("content-type")).toBe("image/png");
  expect(Buffer.from(await response.arrayBuffer())).toEqual(await picture());
  expect((await fetch(`${stage.origin}/local/rich-menus/richmenu-0/image`)).status).toBe(404);
});

it("switches the menu by a tab and tells the bot", async () => {
  const english = await finishedMenu(stage);
  await stage.api.createRichMenuAlias({ richMenuAliasId: "egao-en", richMenuId: english });
  expect(await tap("egao-en")).toEqual({
    data: "English",
    params: { newRichMenuAliasId: "egao-en", status: "SUCCESS" },
  });
  expect(await menuOf()).toBe(english);
  expect((await stage.api.getRichMenuIdOfUser(userId)).richMenuId).toBe(english);
});

it("tells the bot also of a tab that leads nowhere", async () => {
  expect(await tap("egao-en")).toMatchObject({ params: { status: "RICHMENU_ALIAS_ID_NOTFOUND" } });
  const english = await finishedMenu(stage);
  await stage.api.createRichMenuAlias({ richMenuAliasId: "egao-en", richMenuId: english });
  await stage.api.deleteRichMenu(english);
  expect(await tap("egao-en")).toMatchObject({ params: { status: "RICHMENU_NOTFOUND" } });
  expect(await menuOf()).toBeUndefined();
});
