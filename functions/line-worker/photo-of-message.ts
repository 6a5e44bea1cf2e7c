import { toGuestEvent } from "./guest-event.ts";
import { parseQueueMessage } from "./parse-queue-message.ts";

/** The photo that a queue's message is about, for the log; empty for other messages and for unreadable ones. */
export function photoOfMessage(body: string): { readonly photo?: string } {
  try {
    const message = parseQueueMessage(body);
    const event = "event" in message ? toGuestEvent(message.event) : undefined;
    return event !== undefined && "photoId" in event ? { photo: event.photoId } : {};
  } catch {
    return {}; // what is wrong with it is said where it is worked on
  }
}
