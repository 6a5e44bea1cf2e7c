import * as z from "zod";
import type { AuditEntry } from "../shared/ports/host-store.ts";
import type { Told } from "./tables-of.ts";

const photoDecisions = z.record(z.string(), z.looseObject({ guestId: z.string() }));

/**
 * X3: a line of the trail as far as it is about somebody and something that is still there; `undefined`: nothing of it
 * is. Who decided is told by name only.
 */
export function toldEntry(entry: AuditEntry, { photoIds, guests }: Pick<Told, "photoIds" | "guests">) {
  const { eventId: _event, actor: _actor, before, after, ...told } = entry;
  if (entry.action === "changeGuest" || isAboutGuest(entry)) {
    const isThere = guests.some(({ guestId }) => guestId === entry.subject);
    return isThere ? { ...told, before, after } : undefined;
  }
  if (!isAboutPhotos(entry)) return { ...told, before, after };
  const kept = { before: keptOf(before, photoIds), after: keptOf(after, photoIds) };
  const ids = new Set([...Object.keys(kept.before ?? {}), ...Object.keys(kept.after ?? {})]);
  if (ids.size === 0) return undefined;
  return { ...told, ...kept, subject: ids.size === 1 ? ([...ids][0] ?? "") : String(ids.size) };
}

const isAboutPhotos = ({ action, before, after }: AuditEntry): boolean =>
  action === "moderatePhotos" || (action === "undoAction" && [before, after].some(hasDecisions));

const hasDecisions = (value: unknown): boolean => {
  const decisions = photoDecisions.safeParse(value);
  return decisions.success && Object.keys(decisions.data).length > 0;
};

/** What is undone of a guest has the guest as its subject. */
function isAboutGuest({ action, before, after }: AuditEntry): boolean {
  const ofGuest = z
    .looseObject({})
    .refine((value) =>
      ["displayName", "reading", "isExcluded", "isBanned", "isNamedByHost"].some((name) => name in value),
    );
  return action === "undoAction" && [before, after].some((value) => ofGuest.safeParse(value).success);
}

function keptOf(value: unknown, photoIds: ReadonlySet<string>): Record<string, unknown> | undefined {
  const decisions = photoDecisions.safeParse(value);
  if (!decisions.success) return undefined;
  return Object.fromEntries(Object.entries(decisions.data).filter(([photoId]) => photoIds.has(photoId)));
}
