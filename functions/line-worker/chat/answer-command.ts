import { readChatCommand } from "#domain/chat-command";
import type { Language } from "#domain/language";
import { changeWish } from "../../shared/change-wish.ts";
import type { Answer } from "../../shared/ports/guest-messenger.ts";
import { type Asker, type CommandPorts, guestKeyOf } from "./asker.ts";
import { askBeforeLeaving, leave, stay } from "./leave.ts";
import { renameGuest } from "./rename-guest.ts";
import { tellRanking } from "./tell-ranking.ts";
import { changeWishOfAsker } from "./wish-of-asker.ts";

/** K1: does what a text asks for, and says what came of it. Can be repeated. */
export async function answerCommand(
  ports: CommandPorts,
  asker: Asker,
  text: string | undefined,
): Promise<Answer> {
  const { event, language } = asker;
  const command = readChatCommand(text);
  switch (command.kind) {
    case "ranking":
      return tellRanking(ports, asker);
    case "rename":
      return renameGuest(ports, asker, command.name);
    case "language":
      return chooseLanguage(ports, asker, command.language);
    case "screen":
      return chooseScreen(ports, asker, command.isOffScreen);
    case "leave":
      return askBeforeLeaving(ports, asker);
    case "leave-now":
      return leave(ports, asker);
    case "stay":
      return stay(asker);
    case "my-page":
      return { kind: "my-page", language };
    case "help":
      return { kind: "help", language, ...(event && { event }) };
  }
}

/** K5 */
async function chooseScreen(ports: CommandPorts, asker: Asker, isOffScreen: boolean): Promise<Answer> {
  const { event, language } = asker;
  const outcome = await changeWishOfAsker(ports, asker, { isOffScreen });
  return outcome.kind === "refused"
    ? { kind: "refused", language, reason: outcome.reason, ...(event && { event }) }
    : { kind: "note", language, note: isOffScreen ? "off-screen" : "on-screen", name: "" };
}

/** K4 */
async function chooseLanguage(ports: CommandPorts, asker: Asker, language: Language): Promise<Answer> {
  const { person, event, isJoined, lineUserId, sentAt } = asker;
  // Who has not joined yet is no guest, and becomes one in this language. The guest goes first: see `speakLanguage`.
  if (event !== undefined && isJoined)
    await changeWish(ports.store, guestKeyOf(ports, event, asker), { language });
  await ports.store.savePerson({ ...person, lineUserId, language, seenAt: sentAt });
  return { kind: "note", language, note: "language-chosen", name: "" };
}
