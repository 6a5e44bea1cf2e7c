import { guestIdOf } from "../../shared/keyed-names.ts";
import { together } from "../../shared/together.ts";
import type { WorkerPorts } from "../worker-ports.ts";

/**
 * K6: forgets a LINE user who left an event, unless the user is a guest of another one. What was sent after `until` (LINE's
 * time stamp) keeps the person, too.
 */
export async function forgetPerson(
  { store, guestIdKey }: Pick<WorkerPorts, "store" | "guestIdKey">,
  lineUserId: string,
  left: { readonly eventId: string; readonly until: number },
): Promise<void> {
  const [person, known] = await together([
    store.person(lineUserId),
    store.guestsOfLineUser(lineUserId),
  ] as const);
  // The index may be behind.
  const eventIds = new Set([...known.map(({ eventId }) => eventId), person?.eventId, person?.formerEventId]);
  for (const eventId of eventIds) {
    if (eventId === undefined || eventId === left.eventId) continue;
    const guest = await store.guest({ eventId, guestId: guestIdOf(guestIdKey, eventId, lineUserId) });
    if (guest !== undefined && guest.erasedAt === undefined) return;
  }
  await store.erasePerson(lineUserId, left.until);
}
