import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { type Language, languages } from "#domain/language";
import { languageNames } from "#domain/words/rich-menu";
import { menuAliasOf } from "../../functions/shared/adapters/line-menu.ts";
import type { Channel } from "./open-channel.ts";
import { refusedWith } from "./refused-with.ts";
import { richMenuOf } from "./rich-menu.ts";

/** Begins the names of the menus that this command makes, and that it may delete. */
const PREFIX = "egao ";

type Clients = Pick<Channel, "api" | "blob">;

interface Draft {
  readonly language: Language;
  readonly name: string;
  readonly image: Buffer;
}

/** What was done, one line each; nothing when all was as it should be. */
export async function installMenus(
  channel: Pick<Channel, "api" | "blob" | "liffId">,
  defaultLanguage: Language,
): Promise<string[]> {
  const done: string[] = [];
  const { aliases } = await channel.api.getRichMenuAliasList();
  const { richmenus } = await channel.api.getRichMenuList();
  const current = new Map<Language, string>();
  for (const language of languages) {
    const draft = await draftOf(language, channel.liffId);
    const pointed = aliases.find(({ richMenuAliasId }) => richMenuAliasId === menuAliasOf(language));
    // An alias is made last: what it points to is finished.
    const kept = richmenus.find(
      ({ richMenuId, name }) => richMenuId === pointed?.richMenuId && name === draft.name,
    );
    current.set(language, kept?.richMenuId ?? (await makeMenu(channel, draft, pointed !== undefined)));
    if (!kept) done.push(`The menu ${languageNames[language]} is ${pointed ? "renewed" : "made"}.`);
  }
  if (await pointDefault(channel, current.get(defaultLanguage)))
    done.push(`Whoever chose no language sees the menu ${languageNames[defaultLanguage]}.`);
  const wanted = new Set(current.values());
  for (const { richMenuId, name } of richmenus) {
    if (!name.startsWith(PREFIX) || wanted.has(richMenuId)) continue;
    await channel.api.deleteRichMenu(richMenuId);
    done.push(`An old menu is deleted (${name}).`);
  }
  return done;
}

/** The name holds a digest of all that makes the menu, so that a later run sees whether anything changed. */
async function draftOf(language: Language, liffId: string): Promise<Draft> {
  const image = await readFile(new URL(`./images/${language.toLowerCase()}.png`, import.meta.url));
  const content = JSON.stringify(richMenuOf(language, "", liffId));
  const digest = createHash("sha256").update(content).update(image).digest("hex").slice(0, 12);
  return { language, name: `${PREFIX}${language} ${digest}`, image };
}

async function makeMenu(
  { api, blob, liffId }: Clients & Pick<Channel, "liffId">,
  { language, name, image }: Draft,
  hasAlias: boolean,
): Promise<string> {
  const { richMenuId } = await api.createRichMenu(richMenuOf(language, name, liffId));
  await blob.setRichMenuImage(richMenuId, new Blob([new Uint8Array(image)], { type: "image/png" }));
  const richMenuAliasId = menuAliasOf(language);
  if (hasAlias) await api.updateRichMenuAlias(richMenuAliasId, { richMenuId });
  else await api.createRichMenuAlias({ richMenuAliasId, richMenuId });
  return richMenuId;
}

/** Whether it was another one before. */
async function pointDefault({ api }: Clients, richMenuId: string | undefined): Promise<boolean> {
  const before = await api.getDefaultRichMenuId().catch((error: unknown) => {
    // None, or one that another channel of the same account set: both are replaced.
    if (refusedWith(error, 404) || refusedWith(error, 403)) return undefined;
    throw error;
  });
  if (richMenuId === undefined || before?.richMenuId === richMenuId) return false;
  await api.setDefaultRichMenu(richMenuId);
  return true;
}
