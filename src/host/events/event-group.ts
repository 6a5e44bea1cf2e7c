import { isEnding } from "#domain/retention";
import type { HostEvent } from "../../backend/host-event-shapes.ts";

/** What an event is to a host today. */
export const eventGroups = ["running", "coming", "over", "archived"] as const;
export type EventGroup = (typeof eventGroups)[number];

/** Times count for open events only: one that a host closed is over before its time. */
export function groupOf(
  { state, opensAt, closesAt }: Pick<HostEvent, "state" | "opensAt" | "closesAt">,
  now: number,
): EventGroup {
  if (state === "archived" || isEnding(state)) return "archived";
  if (state === "closed" || now >= closesAt) return "over";
  return now >= opensAt ? "running" : "coming";
}

/** Those that come soonest first, those that are over with the latest first. */
export function grouped(
  events: readonly HostEvent[],
  now: number,
): ReadonlyMap<EventGroup, readonly HostEvent[]> {
  const soonest = events.toSorted((a, b) => a.opensAt - b.opensAt || (a.eventId < b.eventId ? -1 : 1));
  return new Map(
    eventGroups.map((group) => {
      const found = soonest.filter((event) => groupOf(event, now) === group);
      return [group, group === "coming" ? found : found.toReversed()];
    }),
  );
}
