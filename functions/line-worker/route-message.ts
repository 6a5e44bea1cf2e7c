import { log } from "../shared/log.ts";
import type { QueueMessage } from "../shared/queue-message.ts";
import { answerChat, remindGuest } from "./chat/answer-chat.ts";
import { closeSet, remindOfSet } from "./sets/close-set.ts";
import { computeLadder } from "./standings/compute-ladder.ts";
import { type GuestEvent, toGuestEvent } from "./guest-event.ts";
import { isOfSet } from "./sets/image-set.ts";
import { markUntold } from "./telling/mark-answered.ts";
import { deletePhoto } from "./leaving/delete-photo.ts";
import { endEvent } from "./ending/end-event.ts";
import { eraseGuest } from "./leaving/erase-guest.ts";
import { packArchive } from "./archives/pack-archive.ts";
import { settleGuest } from "./standings/publish-standing.ts";
import { recheckPhoto } from "./photos/recheck-photo.ts";
import { recomputeStandings } from "./standings/recompute-standings.ts";
import { receivePhoto } from "./photos/receive-photo.ts";
import { speakLanguage } from "./chat/speak-language.ts";
import { unsendPhoto } from "./photos/withdraw-photo.ts";
import type { WorkerPorts } from "./worker-ports.ts";

/** One message of either queue to its use case. */
export async function routeMessage(ports: WorkerPorts, message: QueueMessage): Promise<void> {
  switch (message.kind) {
    case "line-event":
      return routeEvent(ports, toGuestEvent(message.event));
    case "remind":
      return lookAgain(ports, toGuestEvent(message.event));
    case "close-set":
      return close(ports, toGuestEvent(message.event));
    case "untold":
      return markUntold(ports, message);
    case "withdraw":
      return deletePhoto(ports, message);
    case "erase":
      return eraseGuest(ports, message);
    case "recheck":
      return recheckPhoto(ports, message);
    case "settle":
      return settleGuest(ports, message);
    case "speak":
      return speakLanguage(ports, message);
    case "pack":
      return packArchive(ports, message);
    case "end-event":
      return endEvent(ports, message);
    case "ladder":
      return computeLadder(ports, message.eventId);
    case "recompute":
      return recomputeStandings(ports, message);
  }
}

async function routeEvent(ports: WorkerPorts, event: GuestEvent | undefined): Promise<void> {
  switch (event?.kind) {
    case undefined:
      // Unfollows, groups, and whatever LINE invents next.
      return log.info("event-ignored");
    case "photo":
      return receivePhoto(ports, event);
    case "unsend":
      return unsendPhoto(ports, event);
    case "follow":
    case "unsupported":
    case "chat":
      return answerChat(ports, event);
  }
}

/** Some time after a photo came: its guest has heard something, and what it repeats is in the index. */
async function lookAgain(ports: WorkerPorts, message: GuestEvent | undefined): Promise<void> {
  if (message?.kind !== "photo") return;
  await (isOfSet(message) ? remindOfSet(ports, message) : remindGuest(ports, message));
  const photo = await ports.store.photoById(message.photoId);
  if (photo !== undefined) await recheckPhoto(ports, photo);
}

async function close(ports: WorkerPorts, message: GuestEvent | undefined): Promise<void> {
  if (message?.kind === "photo" && isOfSet(message)) await closeSet(ports, message);
}
