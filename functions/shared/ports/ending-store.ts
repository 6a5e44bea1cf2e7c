import type { EventState } from "#domain/event";
import type { GuestKey, PhotoKey } from "./ceremony-store.ts";
import type { HostedEvent } from "./event-store.ts";

/**
 * What only the deletion of a whole event asks of the data, behind the API; all of it can be repeated. Faults:
 * `api-unreachable`, `api-refused`.
 */
export interface EndingStore {
  /** May be a moment behind. */
  eventsInState(state: EventState): Promise<readonly HostedEvent[]>;
  /** Whether any photo of the event is shown; may be a moment behind. */
  hasShownPhotos(eventId: string): Promise<boolean>;
  /** False: the photo was not removed before, and stays. */
  dropPhoto(key: PhotoKey): Promise<boolean>;
  /** False: something is left of the guest, who stays. */
  dropGuest(key: GuestKey): Promise<boolean>;
  /** That somebody who stays plays or (`isFormer`) played there. */
  forgetWhereabouts(lineUserId: string, eventId: string, isFormer: boolean): Promise<void>;
  /** K12: who did what when stays. */
  reduceAudit(eventId: string, entryId: string): Promise<void>;
  /** K12: false: the event is not being deleted. `address` is nobody's. */
  eraseEvent(eventId: string, address: string): Promise<boolean>;
}
