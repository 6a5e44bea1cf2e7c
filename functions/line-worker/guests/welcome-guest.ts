import type { EventSettings } from "#domain/event";
import { guestNameUnder } from "#domain/held-name";
import { botWords } from "#domain/words/bot";
import { guestIdOf } from "../../shared/keyed-names.ts";
import type { Guest, NewGuest, Person } from "../../shared/ports/ceremony-store.ts";
import { Fault } from "../../shared/fault.ts";
import { hasLeft } from "./has-left.ts";
import { hasJoinedLater, languageOf } from "./find-event.ts";
import type { WorkerPorts } from "../worker-ports.ts";

type WelcomePorts = Pick<WorkerPorts, "store" | "messenger" | "guestIdKey">;

/** Whom an event welcomes, and by what they came. */
export interface Newcomer {
  readonly lineUserId: string;
  /** LINE's time stamp, milliseconds since the epoch. */
  readonly sentAt: number;
  /** It was the event's join code. */
  readonly isByCode?: boolean;
}

/**
 * Makes the guest of an event, and lets the person play there from now on. N2: the name is judged by the event's words. K6:
 * who left is welcomed anew, but for what was sent before: that changes nothing, and whoever left comes back erased.
 */
export async function welcomeGuest(
  { store, messenger, guestIdKey }: WelcomePorts,
  { person, event }: { readonly person: Person | undefined; readonly event: EventSettings },
  newcomer: Newcomer,
): Promise<Guest> {
  const { eventId } = event;
  const { lineUserId } = newcomer;
  const key = { eventId, guestId: guestIdOf(guestIdKey, eventId, lineUserId) };
  const profile = await messenger.profile(lineUserId);
  const language = languageOf({ person, event }, profile);
  const name = guestNameUnder(event.nameWords, profile?.displayName, botWords[language].guest);
  const guest = await takeIn(store, { ...key, ...name, language }, newcomer);
  const whereabouts = whereaboutsIn(eventId, person, newcomer);
  // K6: who left, or is banned and left, is not kept.
  if (guest.erasedAt !== undefined || whereabouts === undefined) return guest;
  // Another event has a list of its own.
  const displayName = name.heldName ?? name.displayName;
  await store.savePerson({ lineUserId, ...whereabouts, language, displayName, seenAt: newcomer.sentAt });
  return guest;
}

/** K6: a guest who left and is not banned is one again. */
async function takeIn(
  store: WelcomePorts["store"],
  newGuest: NewGuest,
  { lineUserId, sentAt }: Newcomer,
): Promise<Guest> {
  const guest = await store.saveGuest(newGuest, lineUserId);
  if (guest.erasedAt === undefined || guest.bannedAt !== undefined || hasLeft(guest, sentAt)) return guest;
  if (await store.reviveGuest(newGuest, lineUserId, guest.version)) {
    const { erasedAt: _erasedAt, ...rest } = guest;
    return { ...rest, ...newGuest, version: guest.version + 1 };
  }
  // Somebody else was quicker, with the same or with something of a host's.
  throw new Fault("store-conflict", "reviveGuest");
}

/** E2: `undefined`: the person has gone elsewhere since. */
function whereaboutsIn(
  eventId: string,
  person: Person | undefined,
  { sentAt, isByCode = false }: Newcomer,
): Pick<Person, "eventId" | "joinedAt" | "formerEventId"> | undefined {
  if (hasJoinedLater(person, sentAt)) return undefined;
  const former = isByCode && person?.eventId !== eventId ? person?.eventId : person?.formerEventId;
  const joinedAt = isByCode ? sentAt : person?.joinedAt;
  return {
    eventId,
    ...(joinedAt !== undefined && { joinedAt }),
    ...(former !== undefined && { formerEventId: former }),
  };
}
