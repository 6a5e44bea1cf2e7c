import type { DeletionReport } from "#domain/deletion-report";
import type { HostEvent } from "../../backend/host-event-shapes.ts";
import type { HostRefusal } from "../../backend/host-refusal.ts";
import type { Ending } from "../../backend/host-retention.ts";

/** What the end of an event needs from outside. Changes reject when nobody answers: they may have been made. */
export interface RetentionBackend {
  /** `title`: the event's name, typed, where it is asked for (K7). */
  readonly keepUntil: (
    eventId: string,
    seen: number,
    retentionEndsAt: number,
    title: string,
  ) => Promise<HostEvent | HostRefusal>;
  readonly endEvent: (eventId: string, seen: number, title: string) => Promise<HostEvent | HostRefusal>;
  /** Null: the job is not known. */
  readonly watchEnding: (
    eventId: string,
    onEnding: (ending: Ending | null) => void,
  ) => { readonly stop: () => void };
  /** Null while there is none. */
  readonly report: (eventId: string) => Promise<DeletionReport | null>;
}
