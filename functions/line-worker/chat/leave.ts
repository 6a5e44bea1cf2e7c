import { guestIdOf } from "../../shared/keyed-names.ts";
import { log } from "../../shared/log.ts";
import type { GuestKey } from "../../shared/ports/ceremony-store.ts";
import type { Answer } from "../../shared/ports/guest-messenger.ts";
import type { Asker, CommandPorts } from "./asker.ts";

/** K6: asks before anything is deleted; who has left nothing here hears that. */
export async function askBeforeLeaving(ports: CommandPorts, asker: Asker): Promise<Answer> {
  const { language } = asker;
  return (await isKnown(ports, asker)) ? { kind: "confirm-leaving", language } : say(asker, "nothing-kept");
}

/**
 * K6: orders that nothing is left in any event, also where the asker might just have joined: a photo that is still on its
 * way finds the door shut there. Can be repeated.
 */
export async function leave(ports: CommandPorts, asker: Asker): Promise<Answer> {
  if (!(await isKnown(ports, asker))) return say(asker, "nothing-kept");
  const { lineUserId, sentAt } = asker;
  for (const { eventId, guestId } of await guestsOf(ports, asker))
    await ports.queue.send({ kind: "erase", eventId, guestId, orderedAt: sentAt }, 0);
  await ports.store.erasePerson(lineUserId, sentAt);
  log.info("person-leaves");
  return say(asker, "left");
}

/** K6: nothing happens. */
export function stay(asker: Asker): Answer {
  return say(asker, "stayed");
}

const say = ({ language }: Asker, note: "left" | "stayed" | "nothing-kept"): Answer => ({
  kind: "note",
  language,
  note,
  name: "",
});

async function isKnown({ store }: CommandPorts, { person, lineUserId }: Asker): Promise<boolean> {
  return person !== undefined || (await store.guestsOfLineUser(lineUserId)).length > 0;
}

async function guestsOf(
  { store, guestIdKey }: CommandPorts,
  { person, event, lineUserId }: Asker,
): Promise<readonly GuestKey[]> {
  const known = await store.guestsOfLineUser(lineUserId);
  const eventIds = [
    ...known.map(({ eventId }) => eventId),
    person?.eventId,
    person?.formerEventId,
    event?.eventId,
  ];
  return [...new Set(eventIds)].flatMap((eventId) =>
    eventId === undefined ? [] : [{ eventId, guestId: guestIdOf(guestIdKey, eventId, lineUserId) }],
  );
}
