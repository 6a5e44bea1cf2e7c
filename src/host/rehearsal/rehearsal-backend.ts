import type { RehearsalWish } from "#domain/rehearsal-progress";
import type { HostEvent } from "../../backend/host-event-shapes.ts";
import type { HostRefusal } from "../../backend/host-refusal.ts";
import type { HostRehearsal } from "../../backend/host-rehearsal.ts";

/** What the page of an event's rehearsal asks for. */
export interface RehearsalBackend {
  watch(
    eventId: string,
    listener: {
      readonly onRehearsal: (told: HostRehearsal | null) => void;
      readonly onConnection: (isConnected: boolean) => void;
    },
  ): { readonly read: () => void; readonly stop: () => void };
  start(eventId: string, wish: RehearsalWish): Promise<HostRehearsal | HostRefusal>;
  wipe(eventId: string): Promise<HostRehearsal | HostRefusal>;
  /** Of the event or of what was played; null when there is no such event. Rejects when it cannot be read now. */
  event(eventId: string): Promise<Pick<HostEvent, "state" | "moderation" | "rules"> | null>;
}
