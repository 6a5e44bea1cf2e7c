import type { HostPorts } from "./host-ports.ts";

/** Who orders what. */
export interface Order {
  readonly eventId: string;
  /** The host, by the user pool's `sub`. */
  readonly actor: string;
  readonly actorName: string;
  /** As the operation is called. */
  readonly action: string;
}

/** What an order changes, as the trail tells it. */
export interface Change {
  readonly before?: unknown;
  readonly after?: unknown;
}

/** What came of an order: without `change` it came to nothing. */
export interface Outcome<T> {
  readonly result: T;
  readonly change?: Change;
}

/**
 * Carries an order out between two writes of its entry in the trail: what is planned stands there before anything is
 * changed, and what was done afterwards. An order that came to nothing, or whose function fell over, is never marked as
 * done.
 */
export async function withTrail<T>(
  { hosts, clock, newId }: Pick<HostPorts, "hosts" | "clock" | "newId">,
  order: Order,
  subject: string,
  planned: Change & { readonly undoes?: string },
  carryOut: (entryId: string, at: number) => Promise<Outcome<T>>,
): Promise<T> {
  const at = clock();
  const entryId = `${new Date(at).toISOString()}#${newId()}`;
  const { eventId, actor, actorName, action } = order;
  const entry = { eventId, entryId, actor, actorName, action, subject };
  await hosts.saveAudit({ ...entry, ...planned, isDone: false });
  const { result, change } = await carryOut(entryId, at);
  if (change !== undefined) await hosts.saveAudit({ ...entry, ...planned, ...change, isDone: true });
  return result;
}
