import type { AuditBackend } from "./audit-backend.ts";
import type { GuestNames } from "./tell-entry.ts";

/** Questions under way at once. */
const AT_ONCE = 6;

/** How guests are called now, by id. Rejects when one cannot be read, and when it is no longer wanted. */
export async function readNames(
  eventId: string,
  backend: Pick<AuditBackend, "readGuest">,
  guestIds: readonly string[],
  signal: AbortSignal,
): Promise<GuestNames> {
  const names = new Map<string, string | null>();
  const waiting = [...guestIds];
  const askOn = async (): Promise<void> => {
    for (let guestId = waiting.pop(); guestId !== undefined; guestId = waiting.pop()) {
      const guest = await backend.readGuest(eventId, guestId);
      signal.throwIfAborted();
      names.set(guestId, guest?.displayName ?? null);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, askOn));
  return names;
}
