import type { EventSettings, EventState } from "./event.ts";

export const DAY_MS = 86_400_000;

/** K7: a host may not say more than that; milliseconds from closing. */
export const LONGEST_RETENTION_MS = 2 * 365 * DAY_MS;
/** K7: what is shorter takes the event's name. */
export const SHORT_RETENTION_MS = 30 * DAY_MS;
/** K8: for hosts who have downloaded nothing. */
export const GRACE_MS = 14 * DAY_MS;
/** K8: so long a download stays of use. */
const AFTER_DOWNLOAD_MS = 7 * DAY_MS;
/** K9 */
export const REMINDER_MS = 14 * DAY_MS;
/** K12: DynamoDB removes a photo's row by itself, so long after closing. */
const NET_MS = 5 * 365 * DAY_MS;

/** What decides when an event ends. Times in milliseconds since the epoch. */
export interface Retained extends Pick<EventSettings, "retentionEndsAt"> {
  /** When all its photos had been offered for download; missing: not yet. */
  readonly downloadedAt?: number | null | undefined;
}

/** K10, K11: from the order on, and after it was carried out. */
export const isEnding = (state: EventState): boolean => state === "erasing" || state === "erased";

/** K8: when all of an event is deleted, as things stand. `hasPhotos`: there is something to download. */
export function deletionDueAt({ retentionEndsAt, downloadedAt }: Retained, hasPhotos: boolean): number {
  if (!hasPhotos) return retentionEndsAt;
  const downloaded = downloadedAt ?? undefined;
  if (downloaded === undefined) return retentionEndsAt + GRACE_MS;
  return Math.min(Math.max(retentionEndsAt, downloaded + AFTER_DOWNLOAD_MS), retentionEndsAt + GRACE_MS);
}

/** K8: the last moment at which an event is deleted unless a host postpones it: what guests are told. */
export const deletedByAt = ({ retentionEndsAt }: Pick<Retained, "retentionEndsAt">): number =>
  retentionEndsAt + GRACE_MS;

/** K9: whether hosts are reminded of the end that comes. */
export const isEndNear = ({ retentionEndsAt }: Pick<Retained, "retentionEndsAt">, now: number): boolean =>
  now >= retentionEndsAt - REMINDER_MS;

/** K7: whether saving takes the event's name: the end comes earlier than it was, and within 30 days of closing. */
export function isShortened(
  before: Pick<EventSettings, "retentionEndsAt">,
  after: Pick<EventSettings, "retentionEndsAt" | "closesAt">,
): boolean {
  const isShort = after.retentionEndsAt < after.closesAt + SHORT_RETENTION_MS;
  return isShort && after.retentionEndsAt < before.retentionEndsAt;
}

/** K7, K10: whether somebody has typed an event's name: width, case and spaces make no difference. */
export function isTitle(typed: string, title: string): boolean {
  const plain = (text: string): string => text.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, "");
  return plain(typed) === plain(title);
}

/** K12: in seconds since the epoch, as DynamoDB has it. */
export const photoExpiresAt = ({ closesAt }: Pick<EventSettings, "closesAt">): number =>
  Math.ceil((closesAt + NET_MS) / 1_000);
