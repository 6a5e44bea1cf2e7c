import { alarmSubject } from "#domain/alarm";
import type { Alarm } from "./troubles-backend.ts";
import type { Troubles } from "./troubles-store.ts";

/** Alarms that say more than the list of what was given up. The newest first. */
export function ringing(alarms: readonly Alarm[]): readonly Alarm[] {
  return alarms
    .filter(({ name, state }) => state === "ALARM" && alarmSubject(name).kind !== "dead-letters")
    .toSorted((a, b) => b.since - a.since);
}

/** How much there is to look at; null while nobody knows. */
export function troubleCount({ letters, alarms }: Troubles): number | null {
  if (letters === null && alarms === null) return null;
  return (letters?.length ?? 0) + ringing(alarms ?? []).length;
}
