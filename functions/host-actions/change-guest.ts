import * as z from "zod";
import { displayNameOf } from "#domain/display-name";
import { Fault } from "../shared/fault.ts";
import type { Guest, HostDecision } from "../shared/ports/ceremony-store.ts";
import { type HostAction, nothingDone } from "./host-action.ts";
import type { HostPorts } from "./host-ports.ts";
import { wordsOfIssues } from "./parse-rules.ts";
import type { Refusal } from "./refusal.ts";
import { settleGuests } from "../shared/settle-guests.ts";
import { type Order, withTrail } from "./trail.ts";

/** As it is shown; N1. */
const displayName = z
  .string()
  .transform((name) => displayNameOf(name, ""))
  .refine((name) => name !== "", "a name with something visible in it");

const changeShape = z
  .strictObject({
    displayName: displayName.exactOptional(),
    reading: z.string().trim().min(1).max(80).nullable().exactOptional(),
    isExcluded: z.boolean().exactOptional(),
    isBanned: z.boolean().exactOptional(),
  })
  .refine((change) => Object.keys(change).length > 0, "change: nothing");

/** What is changed of a guest. An undo gives back, with a name, who gave it. */
export type GuestEdit = z.output<typeof changeShape> & { readonly isNamedByHost?: boolean };

/** A host's wish about a guest, and how many decisions about the guest the host saw. */
export interface GuestWish {
  readonly guestId: string;
  readonly seen: number;
  readonly change: unknown;
}

/** M7, M8, R4, N3: name, reading, exclusion and ban of a guest, unless another host was quicker. */
export async function changeGuest(
  ports: HostPorts,
  order: Order,
  { guestId, seen, change }: GuestWish,
): Promise<HostAction | Refusal> {
  const { success, data, error } = changeShape.safeParse(change);
  if (!success) return { refused: "BadInput", words: wordsOfIssues("change", error) };
  const edit = { ...data, ...("displayName" in data && { isNamedByHost: true }) };
  return decideGuest(ports, order, guestId, edit, ({ decision }) => (decision?.count ?? 0) === seen);
}

/** The same for an edit that is known to be one. */
export async function decideGuest(
  ports: HostPorts,
  order: Order & { readonly undoes?: string },
  guestId: string,
  edit: GuestEdit,
  isStill: (guest: Guest) => boolean,
): Promise<HostAction> {
  const { eventId, undoes } = order;
  const guest = await ports.hosts.guest({ eventId, guestId });
  // K6: of who left only a ban can be changed; no former name comes back.
  const isErased = guest?.erasedAt !== undefined;
  if (guest === undefined || (isErased && ("displayName" in edit || "reading" in edit)))
    return nothingDone([{ id: guestId, why: "gone" }]);
  if (!isStill(guest)) return nothingDone([{ id: guestId, why: "changed" }]);
  const planned = {
    before: membersOf(guest, edit),
    after: edit,
    ...(undoes !== undefined && { undoes }),
  };
  return withTrail(ports, order, guestId, planned, async (entryId, at) => {
    const count = (guest.decision?.count ?? 0) + 1;
    const decision = { by: order.actorName, at, entryId, count };
    const isWon = await settleGuests(ports, eventId, [guestId], () => decide(ports, guest, edit, decision));
    if (!isWon) return { result: nothingDone([{ id: guestId, why: "changed" }]) };
    return { result: { entryId, done: [guestId], refused: [] }, change: planned };
  });
}

const TRIES = 10;

/** Guests' own wishes and photos change them as well: what this decision does not name stays as it is now. */
async function decide(
  { hosts }: Pick<HostPorts, "hosts">,
  seen: Guest,
  edit: GuestEdit,
  decision: HostDecision,
): Promise<boolean> {
  let guest = seen;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const decided = { ...changed(guest, edit, decision.at), decision };
    if (await hosts.decideGuest(decided, guest.version)) return true;
    const now = await hosts.guest(seen);
    if (now?.decision?.entryId === decision.entryId) return true;
    if (now === undefined || now.decision?.entryId !== seen.decision?.entryId) return false;
    guest = now;
  }
  throw new Fault("store-conflict", "decideGuest");
}

/** The members that an edit names, as they are now. */
function membersOf(guest: Guest, edit: GuestEdit): GuestEdit {
  const { displayName: name, isNamedByHost, reading = null, isExcluded, bannedAt } = guest;
  return {
    ...("displayName" in edit && { displayName: name, isNamedByHost }),
    ...("reading" in edit && { reading }),
    ...("isExcluded" in edit && { isExcluded }),
    ...("isBanned" in edit && { isBanned: bannedAt !== undefined }),
  };
}

function changed(guest: Guest, edit: GuestEdit, at: number) {
  const { eventId, guestId, heldName } = guest;
  const reading = "reading" in edit ? (edit.reading ?? undefined) : guest.reading;
  const bannedAt = edit.isBanned === undefined ? guest.bannedAt : edit.isBanned ? at : undefined;
  return {
    eventId,
    guestId,
    displayName: edit.displayName ?? guest.displayName,
    isNamedByHost: edit.isNamedByHost ?? guest.isNamedByHost,
    isExcluded: edit.isExcluded ?? guest.isExcluded,
    ...(heldName !== undefined && { heldName }),
    ...(reading !== undefined && { reading }),
    ...(bannedAt !== undefined && { bannedAt }),
  };
}
