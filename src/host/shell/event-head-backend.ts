import type { EndOfEvent } from "../retention/end-banner.tsx";

/** What the frame shows of an event. */
export interface EventHeadBackend {
  /** The event's title; null when there is no such event. Rejects when it cannot be read now. */
  readonly titleOf: (eventId: string) => Promise<string | null>;
  /** How its end stands; null when there is no such event. Rejects as `titleOf` does. */
  readonly endOf: (eventId: string) => Promise<EndOfEvent | null>;
}
