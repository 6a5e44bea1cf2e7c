import type { Answer } from "../shared/ports/guest-messenger.ts";
import { replyDeliveryId, unsentDeliveryId } from "./deliveries.ts";
import { findEvent, findLanguage } from "./find-event.ts";
import type { ChatMessage, PhotoMessage } from "./guest-event.ts";
import { joinEvent } from "./join-event.ts";
import { tellGuest } from "./tell-guest.ts";
import type { WorkerPorts } from "./worker-ports.ts";

type ChatPorts = Pick<WorkerPorts, "store" | "messenger" | "clock" | "guestIdKey">;

/** Everything a guest says that is no photo gets an answer. */
export async function answerChat(ports: ChatPorts, message: ChatMessage): Promise<void> {
  const joined = await joinEvent(ports, message);
  if (joined !== undefined) {
    await tellGuest(ports, message, joined.answer, joined.photos);
    return;
  }
  const whereabouts = await findEvent(ports, message.lineUserId, message.sentAt);
  const language = await findLanguage(ports, whereabouts, message.lineUserId);
  const event = whereabouts.event && { event: whereabouts.event };
  const answers: Readonly<Record<ChatMessage["kind"], Answer>> = {
    follow: { kind: "greeting", language, ...event },
    unsupported: { kind: "refused", reason: "unsupported-type", language, ...event },
    chat: { kind: "help", language, ...event },
  };
  await tellGuest(ports, message, answers[message.kind]);
}

/** Some time after a photo: its guest hears that it arrived, unless something was told already. */
export async function remindGuest(ports: ChatPorts, message: PhotoMessage): Promise<void> {
  if (await ports.store.hasDelivery(replyDeliveryId(message.replyId))) return;
  if (await ports.store.hasDelivery(unsentDeliveryId(message.photoId))) return;
  const whereabouts = await findEvent(ports, message.lineUserId, message.sentAt);
  const language = await findLanguage(ports, whereabouts, message.lineUserId);
  await tellGuest(ports, message, { kind: "received", language, photoId: message.photoId });
}
