import { displayNameOf } from "#domain/display-name";
import { admission, type EventSettings } from "#domain/event";
import { isNameHeld } from "#domain/held-name";
import type { ChatNote, Refusal } from "#domain/words/bot-words";
import { changeWish } from "../shared/change-wish.ts";
import { log } from "../shared/log.ts";
import type { Guest } from "../shared/ports/ceremony-store.ts";
import type { Answer } from "../shared/ports/guest-messenger.ts";
import { type Asker, type CommandPorts, guestKeyOf } from "./asker.ts";
import { welcomeGuest } from "./welcome-guest.ts";

/** K3: gives the asker another name; photos and boards follow when the guest is settled, which is ordered here. */
export async function renameGuest(ports: CommandPorts, asker: Asker, name: string): Promise<Answer> {
  const { event, language } = asker;
  const say = (note: ChatNote, shown = ""): Answer => ({ kind: "note", language, note, name: shown });
  const refuse = (reason: Refusal): Answer => ({
    kind: "refused",
    language,
    reason,
    ...(event && { event }),
  });
  if (displayNameOf(name, "") === "") return say("how-to-rename");
  if (event === undefined) return refuse("no-event");
  const guest = await guestOf(ports, asker, event);
  if (typeof guest === "string") return refuse(guest);
  const renamed = await changeWish(ports.store, guest, { displayName: name });
  if ("refused" in renamed)
    return renamed.refused === "named-by-host" ? say("named-by-host", guest.displayName) : refuse("no-event");
  await ports.queue.send({ kind: "settle", eventId: renamed.eventId, guestId: renamed.guestId }, 0);
  log.info("guest-renamed", { event: renamed.eventId, guest: renamed.guestId });
  const { displayName, heldName = null, isNamedByHost } = renamed;
  return say(isNameHeld({ heldName, isNamedByHost }) ? "name-held" : "renamed", displayName);
}

/** E1, E2: the asker as a guest, who joins on the way if need be; or why there is none. */
async function guestOf(ports: CommandPorts, asker: Asker, event: EventSettings): Promise<Guest | Refusal> {
  const { person, isJoined, lineUserId, sentAt } = asker;
  // E6
  if (event.state === "archived") return "closed";
  const known = isJoined ? await ports.store.guest(guestKeyOf(ports, event, asker)) : undefined;
  if (known === undefined) {
    const admitted = admission(event, sentAt);
    if (admitted !== "open") return admitted;
  }
  const guest = known ?? (await welcomeGuest(ports, { person, event }, { lineUserId, sentAt }));
  return guest.bannedAt === undefined ? guest : "banned";
}
