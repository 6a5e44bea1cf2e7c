import type { EventSettings } from "#domain/event";
import { guestNameUnder } from "#domain/held-name";
import { botWords } from "#domain/words/bot";
import { guestIdOf } from "../shared/keyed-names.ts";
import type { Guest, Person } from "../shared/ports/ceremony-store.ts";
import { together } from "../shared/together.ts";
import { hasJoinedLater, languageOf } from "./find-event.ts";
import type { WorkerPorts } from "./worker-ports.ts";

type WelcomePorts = Pick<WorkerPorts, "store" | "messenger" | "guestIdKey">;

/** Whom an event welcomes, and by what they came. */
export interface Newcomer {
  readonly lineUserId: string;
  /** LINE's time stamp, milliseconds since the epoch. */
  readonly sentAt: number;
  /** It was the event's join code. */
  readonly isByCode?: boolean;
}

/** Makes the guest of an event, and lets the person play there from now on. N2: the name is judged by the event's words. */
export async function welcomeGuest(
  { store, messenger, guestIdKey }: WelcomePorts,
  { person, event }: { readonly person: Person | undefined; readonly event: EventSettings },
  newcomer: Newcomer,
): Promise<Guest> {
  const { eventId } = event;
  const { lineUserId } = newcomer;
  const profile = await messenger.profile(lineUserId);
  const language = languageOf({ person, event }, profile);
  const name = guestNameUnder(event.nameWords, profile?.displayName, botWords[language].guest);
  const key = { eventId, guestId: guestIdOf(guestIdKey, eventId, lineUserId) };
  const whereabouts = whereaboutsIn(eventId, person, newcomer);
  const [guest] = await together([
    store.saveGuest({ ...key, ...name, language }, lineUserId),
    // Another event has a list of its own.
    whereabouts &&
      store.savePerson({
        lineUserId,
        ...whereabouts,
        language,
        displayName: name.heldName ?? name.displayName,
      }),
  ] as const);
  return guest;
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
