import type { HostPhoto } from "../../backend/host-photo.ts";

/** What the host looks through; `pending` is what waits for a decision. */
export const tabs = ["pending", "all", "shown", "hidden"] as const;
export type Tab = (typeof tabs)[number];

/** What a read of a tab gave, newest first, from `after` on. Without photos it is the last one. */
export interface ReadPage {
  readonly tab: Tab;
  /** Where the page before it ended, `sentAt` in ms; null: it begins with the newest. */
  readonly after: number | null;
  readonly photos: readonly HostPhoto[];
  readonly nextToken: string | null;
  /** On the same clock as `heardAt`. */
  readonly askedAt: number;
}

/** How far back a tab has been read. */
export interface Reach {
  /** `sentAt` of the last photo that was read, ms; minus infinity: everything was read. Null: nothing yet. */
  readonly oldest: number | null;
  readonly nextToken: string | null;
}

interface Known {
  readonly photo: HostPhoto;
  /** When a message told it or a page that holds it was asked for; ms. */
  readonly heardAt: number;
  /** A later page that should have held it did not: it is something else by now. */
  readonly isMissing: boolean;
}

/** Everything the page knows of the event's photos. */
export interface PhotoList {
  readonly photos: ReadonlyMap<string, Known>;
  readonly reached: Readonly<Record<Tab, Reach>>;
}

const UNREAD: Reach = { oldest: null, nextToken: null };
const WHOLE: Reach = { oldest: Number.NEGATIVE_INFINITY, nextToken: null };
export const emptyList: PhotoList = {
  photos: new Map(),
  reached: { pending: UNREAD, all: UNREAD, shown: UNREAD, hidden: UNREAD },
};

/** A page may be read from an index a moment behind the messages. */
export const INDEX_LAG_MS = 5_000;

export function photoIn(list: PhotoList, photoId: string): HostPhoto | undefined {
  return list.photos.get(photoId)?.photo;
}

/** Takes messages, in any order, repeated or not: an equal or lower version changes nothing, a removal stays one. */
export function hearPhotos(list: PhotoList, heard: readonly HostPhoto[], heardAt: number): PhotoList {
  const photos = new Map(list.photos);
  let isChanged = false;
  for (const photo of heard) {
    const known = photos.get(photo.photoId);
    if (known !== undefined && known.photo.version >= photo.version) continue;
    photos.set(photo.photoId, { photo, heardAt, isMissing: false });
    isChanged = true;
  }
  return isChanged ? { ...list, photos } : list;
}

/** Takes a page: merges by version; what it should have held and does not hold has left the tab. */
export function readPage(list: PhotoList, page: ReadPage): PhotoList {
  const photos = new Map(list.photos);
  for (const photo of page.photos) {
    const known = photos.get(photo.photoId);
    if (known !== undefined && known.photo.version > photo.version) continue;
    const heardAt = Math.max(known?.heardAt ?? page.askedAt, page.askedAt);
    photos.set(photo.photoId, {
      photo: known?.photo.version === photo.version ? known.photo : photo,
      heardAt,
      isMissing: false,
    });
  }
  const held = new Set(page.photos.map(({ photoId }) => photoId));
  for (const [id, known] of photos) {
    if (!held.has(id) && isContradicted(known, page)) photos.set(id, { ...known, isMissing: true });
  }
  return { photos, reached: { ...list.reached, [page.tab]: farther(list.reached[page.tab], page) } };
}

/** A photo that the API no longer has, whatever was heard of it. */
export function forgetPhoto(list: PhotoList, photoId: string): PhotoList {
  const known = list.photos.get(photoId);
  if (known === undefined || known.isMissing) return list;
  return { ...list, photos: new Map(list.photos).set(photoId, { ...known, isMissing: true }) };
}

/** Whether the photo belongs to the tab as far as is known. */
export function isInTab(list: PhotoList, tab: Tab, photoId: string): boolean {
  const known = list.photos.get(photoId);
  return known !== undefined && isMember(known, tab);
}

/** The tab's photos as far as it was read, newest first. Beyond that there are gaps: nothing is told of it. */
export function photosOf(list: PhotoList, tab: Tab): readonly HostPhoto[] {
  return [...unsortedOf(list, tab)].toSorted(newestFirst);
}

export function countOf(list: PhotoList, tab: Tab): number {
  let count = 0;
  for (const _photo of unsortedOf(list, tab)) count += 1;
  return count;
}

/** The same in any order: sorting ten thousand photos ten times a second would be felt. */
export function* unsortedOf(list: PhotoList, tab: Tab): Generator<HostPhoto> {
  const { oldest } = list.reached[tab];
  if (oldest === null) return;
  for (const known of list.photos.values()) {
    if (isMember(known, tab) && known.photo.sentAt >= oldest) yield known.photo;
  }
}

export function newestFirst(a: HostPhoto, b: HostPhoto): number {
  return b.sentAt - a.sentAt || (a.photoId < b.photoId ? 1 : -1);
}

function isMember({ photo, isMissing }: Known, tab: Tab): boolean {
  if (isMissing || photo.state === "removed") return false;
  return tab === "all" || photo.state === tab;
}

/** Photos sent in the very ms in which a page begins or ends may stand on its neighbour. */
function isContradicted(known: Known, { tab, after, photos, nextToken, askedAt }: ReadPage): boolean {
  if (!isMember(known, tab) || known.heardAt >= askedAt - INDEX_LAG_MS) return false;
  const { sentAt } = known.photo;
  if (after !== null && sentAt >= after) return false;
  const last = photos.at(-1);
  return nextToken === null || (last !== undefined && sentAt > last.sentAt);
}

function farther(reach: Reach, { photos, nextToken }: ReadPage): Reach {
  const last = photos.at(-1);
  if (nextToken === null || last === undefined) return WHOLE;
  // A first page read anew does not take back what lies behind it.
  return reach.oldest !== null && last.sentAt >= reach.oldest ? reach : { oldest: last.sentAt, nextToken };
}
