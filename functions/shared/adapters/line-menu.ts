import { HTTPFetchError, messagingApi } from "@line/bot-sdk";
import type { Language } from "#domain/language";
import { Fault } from "../fault.ts";
import type { GuestMenu } from "../ports/guest-menu.ts";
import { withinTime } from "../within-time.ts";
import type { LineChannel } from "./line.ts";

/** Others wait behind it, and a guest can change the menu by its own tabs. */
const TIMEOUT_MS = 2_000;
// The client puts ids into paths as they are.
const userId = /^U[0-9a-f]{32}$/;

/** The name that the menu of a language goes by, whichever menu that is at the moment. */
export function menuAliasOf(language: Language): string {
  return `egao-${language.toLowerCase()}`;
}

/** Which menus go by the names is remembered as long as they are there. */
export function createGuestMenu({ channelAccessToken, apiBaseUrl }: LineChannel): GuestMenu {
  const client = new messagingApi.MessagingApiClient({ channelAccessToken, baseURL: apiBaseUrl });
  const known = new Map<Language, string>();

  async function menuOf(language: Language): Promise<string | undefined> {
    const menu = known.get(language) ?? (await orNothing(client.getRichMenuAlias(menuAliasOf(language))));
    if (typeof menu !== "object") return menu;
    known.set(language, menu.richMenuId);
    return menu.richMenuId;
  }

  async function link(lineUserId: string, language: Language): Promise<boolean> {
    const richMenuId = await menuOf(language);
    return richMenuId !== undefined && isThere(client.linkRichMenuIdToUser(lineUserId, richMenuId));
  }

  async function show(lineUserId: string, language: Language): Promise<boolean> {
    if (await link(lineUserId, language)) return true;
    // Another menu may have got the name since.
    return known.delete(language) && link(lineUserId, language);
  }

  return {
    async show(lineUserId, language) {
      if (!userId.test(lineUserId)) throw new Fault("line-unreachable", "not a user id");
      try {
        return await withinTime(show(lineUserId, language), TIMEOUT_MS);
      } catch (error) {
        throw new Fault("line-unreachable", error);
      }
    },
  };
}

/** What LINE answers; `undefined`: there is no such thing. */
async function orNothing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof HTTPFetchError && error.status === 404) return undefined;
    throw error;
  }
}

const isThere = async (answer: Promise<unknown>): Promise<boolean> =>
  (await orNothing(answer.then(() => true))) ?? false;
