import type { EventState } from "#domain/event";
import type { EventRules } from "#domain/event-rules";
import type { HostEvent, RulesJob } from "../../backend/host-event-shapes.ts";
import type { EventChange, EventTotals, EventWish } from "../../backend/host-events.ts";
import type { HostRefusal } from "../../backend/host-refusal.ts";

/** What the list of events and the page of a new one need from outside. All reject when nobody answers. */
export interface EventListBackend {
  readonly events: (state: EventState) => Promise<readonly HostEvent[]>;
  /** Null when the board cannot tell. */
  readonly totals: (boardId: string) => Promise<EventTotals | null>;
  readonly create: (wish: EventWish) => Promise<HostEvent | HostRefusal>;
}

/** What the page of settings needs from outside. Changes reject when nobody answers: they may have been made. */
export interface SettingsBackend {
  /** Follows the event until the returned function is called; null when there is no such event. */
  readonly watch: (
    eventId: string,
    listener: {
      readonly onEvent: (event: HostEvent | null) => void;
      readonly onConnection: (isConnected: boolean) => void;
    },
  ) => { readonly read: () => void; readonly stop: () => void };
  /** The event as it is now; null when there is no such event. */
  readonly event: (eventId: string) => Promise<HostEvent | null>;
  /** `seen`: the version of the event that the host looked at. */
  readonly update: (eventId: string, seen: number, change: EventChange) => Promise<HostEvent | HostRefusal>;
  readonly renewBoard: (eventId: string, seen: number) => Promise<HostEvent | HostRefusal>;
  readonly duplicate: (
    eventId: string,
    copy: Pick<EventWish, "title" | "opensAt" | "closesAt">,
  ) => Promise<HostEvent | HostRefusal>;
  /** `seenJobId`: of the last change that the host saw, null for none. */
  readonly changeRules: (
    eventId: string,
    rules: EventRules,
    seenJobId: string | null,
  ) => Promise<RulesJob | HostRefusal>;
  readonly undoRules: (eventId: string) => Promise<RulesJob | HostRefusal>;
  /** Follows a recomputation; null when it is forgotten. */
  readonly watchJob: (jobId: string, onJob: (job: RulesJob | null) => void) => { readonly stop: () => void };
  /** `@` and what follows; null when nobody set it up. */
  readonly botBasicId: () => Promise<string | null>;
}
