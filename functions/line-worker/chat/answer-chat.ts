import type { Answer } from "../../shared/ports/guest-messenger.ts";
import { answerCommand } from "./answer-command.ts";
import { replyDeliveryId, unsentDeliveryId } from "../deliveries.ts";
import { findEvent, findLanguage } from "../guests/find-event.ts";
import type { ChatMessage, PhotoMessage } from "../guest-event.ts";
import { greetFriend } from "./greet-friend.ts";
import { joinEvent } from "./join-event.ts";
import { showMenu } from "./show-menu.ts";
import { tellGuest } from "../telling/tell-guest.ts";
import type { WorkerPorts } from "../worker-ports.ts";

type ChatPorts = Pick<
  WorkerPorts,
  "store" | "messenger" | "allowance" | "menu" | "queue" | "clock" | "guestIdKey"
>;

/** Everything a guest says that is no photo gets an answer; a join code goes first (K1). */
export async function answerChat(ports: ChatPorts, message: ChatMessage): Promise<void> {
  const joined = await joinEvent(ports, message);
  if (joined !== undefined) {
    await tellGuest(ports, message, joined.answer, joined.photos);
    return;
  }
  // A command that comes once more must not undo a later one.
  if (await ports.store.hasDelivery(replyDeliveryId(message.replyId))) return;
  const answer = await answerTo(ports, message);
  await tellGuest(ports, message, answer);
  // K4
  const isChosen = answer.kind === "note" && answer.note === "language-chosen";
  if (message.kind === "follow" || isChosen) await showMenu(ports, message.lineUserId, answer.language);
}

async function answerTo(ports: ChatPorts, message: ChatMessage): Promise<Answer> {
  const { kind, lineUserId, sentAt, text } = message;
  const whereabouts = await findEvent(ports, lineUserId, sentAt);
  if (kind === "follow") return greetFriend(ports, whereabouts, message);
  const language = await findLanguage(ports, whereabouts, lineUserId);
  const event = whereabouts.event && { event: whereabouts.event };
  switch (kind) {
    case "unsupported":
      return { kind: "refused", reason: "unsupported-type", language, ...event };
    case "chat":
      return answerCommand(ports, { ...whereabouts, lineUserId, sentAt, language }, text);
  }
}

/** Some time after a photo: its guest hears that it arrived, unless something was told already. */
export async function remindGuest(
  ports: Omit<ChatPorts, "queue" | "menu">,
  message: PhotoMessage,
): Promise<void> {
  if (await ports.store.hasDelivery(replyDeliveryId(message.replyId))) return;
  if (await ports.store.hasDelivery(unsentDeliveryId(message.photoId))) return;
  const whereabouts = await findEvent(ports, message.lineUserId, message.sentAt);
  const language = await findLanguage(ports, whereabouts, message.lineUserId);
  await tellGuest(ports, message, { kind: "received", language, photoId: message.photoId });
}
