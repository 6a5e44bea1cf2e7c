import type { EventSettings } from "#domain/event";
import type { Language } from "#domain/language";
import { guestIdOf } from "../../shared/keyed-names.ts";
import type { GuestKey } from "../../shared/ports/ceremony-store.ts";
import type { Whereabouts } from "../guests/find-event.ts";
import type { ChatMessage } from "../guest-event.ts";
import type { WorkerPorts } from "../worker-ports.ts";

export type CommandPorts = Pick<WorkerPorts, "store" | "messenger" | "queue" | "guestIdKey">;

/** Who asks, when, where, and in which language. */
export interface Asker extends Whereabouts, Pick<ChatMessage, "lineUserId" | "sentAt"> {
  readonly language: Language;
}

/** The asker as a guest of an event. */
export function guestKeyOf(
  { guestIdKey }: Pick<WorkerPorts, "guestIdKey">,
  { eventId }: Pick<EventSettings, "eventId">,
  { lineUserId }: Pick<Asker, "lineUserId">,
): GuestKey {
  return { eventId, guestId: guestIdOf(guestIdKey, eventId, lineUserId) };
}
