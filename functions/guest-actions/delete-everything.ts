import { log } from "../shared/log.ts";
import type { GuestKey } from "../shared/ports/ceremony-store.ts";
import type { GuestPorts } from "./guest-ports.ts";

/** K6: orders that nothing of the guest is left in the session's event. One message is the whole order. */
export async function deleteEverything(
  { orderQueue, clock }: Pick<GuestPorts, "orderQueue" | "clock">,
  { eventId, guestId }: GuestKey,
): Promise<{ readonly eventId: string }> {
  await orderQueue.send({ kind: "erase", eventId, guestId, orderedAt: clock() }, 0);
  log.info("guest-leaves", { event: eventId, guest: guestId });
  return { eventId };
}
