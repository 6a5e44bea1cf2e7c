import { isDeepStrictEqual } from "node:util";
import { isShortened, isTitle } from "#domain/retention";
import { describeError } from "../shared/fault.ts";
import { log } from "../shared/log.ts";
import type { EventDraft, HostedEvent } from "../shared/ports/event-store.ts";
import { parseChange, refusedTimes, type SettingsChange } from "./event-input.ts";
import { type HostAction, nothingDone } from "./host-action.ts";
import type { HostPorts } from "./host-ports.ts";
import type { Refusal } from "./refusal.ts";
import { conflict, noEvent } from "./refusals.ts";
import { type Order, withTrail } from "./trail.ts";

type UpdatePorts = Pick<HostPorts, "hosts" | "events" | "clock" | "newId">;

/** What a host wants to be otherwise about an event whose version `seen` is known. What is so already is no change. */
export async function updateEvent(
  ports: UpdatePorts,
  order: Order,
  seen: number,
  written: unknown,
  /** The event's name, typed: what K7 asks for. */
  title?: string | null,
): Promise<HostedEvent | Refusal> {
  const change = parseChange(written);
  if ("refused" in change) return change;
  return save(ports, order, seen, change, title ?? "");
}

/** A new address for the board: the old one is nobody's from here on. */
export function renewBoard(ports: UpdatePorts, order: Order, seen: number): Promise<HostedEvent | Refusal> {
  return save(ports, order, seen, { boardId: ports.newId() });
}

async function save(
  ports: UpdatePorts,
  order: Order,
  seen: number,
  wanted: Partial<EventDraft>,
  title = "",
): Promise<HostedEvent | Refusal> {
  const { eventId } = order;
  const event = await ports.events.hostedEvent(eventId);
  if (event === undefined) return noEvent;
  if (event.version !== seen) return conflict;
  const draft: EventDraft = { ...event, ...wanted };
  const refused = refusedTimes(draft) ?? refusedShortening(event, draft, title);
  if (refused !== undefined) return refused;
  const { before, after } = differences(event, wanted);
  if (Object.keys(after).length === 0) return event;
  return withTrail<HostedEvent | Refusal>(ports, order, eventId, { before, after }, async (attempt) => {
    const saved = await ports.events.saveEvent(draft, { expectedVersion: seen, attempt });
    if (saved === undefined) return { result: conflict };
    await tellBoards(ports, eventId);
    return { result: saved, change: {} };
  });
}

/** B5: the boards take up what was saved; those that do not hear of it read it within a minute. */
async function tellBoards({ events }: UpdatePorts, eventId: string): Promise<void> {
  try {
    await events.publishStage(eventId);
  } catch (error) {
    log.warn("boards-hear-later", { eventId, ...describeError(error) });
  }
}

/** M8: what an entry of the trail changed, as it was before; of that, what nobody has changed since. */
export async function undoUpdate(
  ports: UpdatePorts,
  order: Order & { readonly undoes: string },
  { before, after }: { readonly before: SettingsChange; readonly after: SettingsChange },
): Promise<HostAction | Refusal> {
  const { eventId } = order;
  const event = await ports.events.hostedEvent(eventId);
  if (event === undefined) return noEvent;
  const now = new Map<string, unknown>(Object.entries(event));
  const then = new Map<string, unknown>(Object.entries(after));
  const back = Object.entries(before).filter(([name]) => isDeepStrictEqual(now.get(name), then.get(name)));
  const changed = nothingDone([{ id: eventId, why: "changed" }]);
  if (back.length === 0) return changed;
  const draft: EventDraft = { ...event, ...Object.fromEntries(back) };
  const refused = refusedTimes(draft) ?? refusedShortening(event, draft, "");
  if (refused !== undefined) return refused;
  const change = differences(event, Object.fromEntries(back));
  const planned = { ...change, undoes: order.undoes };
  return withTrail<HostAction>(ports, order, eventId, planned, async (attempt) => {
    const saved = await ports.events.saveEvent(draft, { expectedVersion: event.version, attempt });
    if (saved === undefined) return { result: changed };
    await tellBoards(ports, eventId);
    return { result: { entryId: attempt, done: [eventId], refused: [] }, change };
  });
}

/** K7: little time to fetch anything takes more than a slip of the hand. */
function refusedShortening(event: EventDraft, draft: EventDraft, title: string): Refusal | undefined {
  if (!isShortened(event, draft) || isTitle(title, event.title)) return undefined;
  return { refused: "BadInput", words: "title: fewer than 30 days from closing take the event's name" };
}

/** Only what becomes otherwise. */
function differences(
  event: EventDraft,
  wanted: Partial<EventDraft>,
): { readonly before: Partial<EventDraft>; readonly after: Partial<EventDraft> } {
  const now = new Map<string, unknown>(Object.entries(event));
  const changed = Object.entries(wanted).filter(([name, value]) => !isDeepStrictEqual(now.get(name), value));
  return {
    before: Object.fromEntries(changed.map(([name]) => [name, now.get(name)])),
    after: Object.fromEntries(changed),
  };
}
