/** What the frame shows of an event. */
export interface EventHeadBackend {
  /** The event's title; null when there is no such event. Rejects when it cannot be read now. */
  readonly titleOf: (eventId: string) => Promise<string | null>;
}
