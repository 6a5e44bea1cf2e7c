import { admission } from "#domain/event";
import type { Refusal } from "#domain/words/bot-words";
import { changeWish, type WishChange } from "../../shared/change-wish.ts";
import { log } from "../../shared/log.ts";
import type { Guest } from "../../shared/ports/ceremony-store.ts";
import { type Asker, type CommandPorts, guestKeyOf } from "./asker.ts";
import { nowhere } from "../guests/find-event.ts";
import { welcomeGuest } from "../guests/welcome-guest.ts";

/** What became of a wish: the guest as it left them, or why not. */
export type WishOutcome =
  | { readonly kind: "done"; readonly guest: Guest }
  | { readonly kind: "refused"; readonly reason: Refusal }
  /** A host has decided (N3), or there is nothing to see. */
  | { readonly kind: "kept"; readonly guest: Guest };

/** K3, K5: changes what the asker decides; photos and boards follow when the guest is settled, which is ordered here. */
export async function changeWishOfAsker(
  ports: CommandPorts,
  asker: Asker,
  change: WishChange,
): Promise<WishOutcome> {
  const guest = await guestOf(ports, asker);
  if (typeof guest === "string") return { kind: "refused", reason: guest };
  const changed = await changeWish(ports.store, guest, change);
  if ("refused" in changed) return { kind: "kept", guest };
  const { eventId, guestId } = changed;
  await ports.queue.send({ kind: "settle", eventId, guestId }, 0);
  log.info("guest-wish", { event: eventId, guest: guestId });
  return { kind: "done", guest: changed };
}

/** E1, E2: the asker as a guest, who joins on the way if need be; or why there is none. */
async function guestOf(ports: CommandPorts, asker: Asker): Promise<Guest | Refusal> {
  const { person, event, isJoined, lineUserId, sentAt } = asker;
  if (event === undefined) return nowhere(asker);
  // E6
  if (event.state === "archived") return "closed";
  const found = isJoined ? await ports.store.guest(guestKeyOf(ports, event, asker)) : undefined;
  // K6: who left joins anew.
  const known = found?.erasedAt === undefined ? found : undefined;
  if (known === undefined) {
    const admitted = admission(event, sentAt);
    if (admitted !== "open") return admitted;
  }
  const guest = known ?? (await welcomeGuest(ports, { person, event }, { lineUserId, sentAt }));
  if (guest.bannedAt !== undefined) return "banned";
  return guest.erasedAt === undefined ? guest : "no-event";
}
