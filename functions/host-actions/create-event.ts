import { JOIN_LENGTH, joinCodeOf } from "#domain/join-code";
import { Fault } from "../shared/fault.ts";
import type { HostedEvent } from "../shared/ports/event-store.ts";
import { type NewEvent, parseCopy, parseNewEvent, type Settings } from "./event-input.ts";
import type { HostPorts } from "./host-ports.ts";
import type { Refusal } from "./refusal.ts";
import { noEvent } from "./refusals.ts";
import { type Order, withTrail } from "./trail.ts";

type CreatePorts = Pick<HostPorts, "hosts" | "events" | "clock" | "newId" | "random">;
type By = Omit<Order, "eventId">;

/** E4: a new event, with addresses of its own for its board and its guests. */
export async function createEvent(
  ports: CreatePorts,
  by: By,
  written: Readonly<Record<string, unknown>>,
): Promise<HostedEvent | Refusal> {
  const parsed = parseNewEvent(written);
  if ("refused" in parsed) return parsed;
  const eventId = ports.newId();
  return begin(ports, { ...by, eventId }, eventId, parsed);
}

/** A new event with settings and rules of another one; open, whatever that one is, and without any of its guests. */
export async function duplicateEvent(
  ports: CreatePorts,
  { eventId: original, ...by }: Order,
  written: unknown,
): Promise<HostedEvent | Refusal> {
  const event = await ports.events.hostedEvent(original);
  if (event === undefined) return noEvent;
  const own = parseCopy(written, event);
  if ("refused" in own) return own;
  const settings: Settings = {
    language: event.language,
    theme: event.theme,
    policy: event.policy,
    moderation: event.moderation,
    keepsAgeAndGender: event.keepsAgeAndGender,
    allowsPaidMessages: event.allowsPaidMessages,
    contact: event.contact,
    hasSpotlight: event.hasSpotlight,
    hasCornerQr: event.hasCornerQr,
    hasSound: event.hasSound,
    nameWords: event.nameWords,
    ...own,
    state: "open",
  };
  const { rules } = event;
  return begin(ports, { ...by, eventId: ports.newId() }, original, {
    settings,
    ...(rules !== undefined && { rules }),
  });
}

function begin(
  ports: CreatePorts,
  order: Order,
  subject: string,
  { settings, rules }: NewEvent,
): Promise<HostedEvent> {
  const after = { ...settings, ...(rules !== undefined && { rules }) };
  return withTrail(ports, order, subject, { after }, async (attempt) => {
    const { eventId } = order;
    const addresses = { eventId, boardId: ports.newId(), joinCode: await newJoinCode(ports) };
    const saving = { expectedVersion: 0, attempt };
    const saved = await ports.events.saveEvent({ ...addresses, ...settings }, saving, rules);
    if (saved === undefined) throw new Fault("store-conflict", "an event of a new id exists already");
    return { result: saved, change: {} };
  });
}

/** Of 191 million codes one is hardly ever taken; five in a row are a fault. */
export async function newJoinCode({ events, random }: Pick<HostPorts, "events" | "random">): Promise<string> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const code = joinCodeOf(Array.from({ length: JOIN_LENGTH }, random));
    if (!(await events.isJoinCodeTaken(code))) return code;
  }
  throw new Fault("store-conflict", "join codes");
}
