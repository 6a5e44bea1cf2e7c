import { toLanguage, type Language } from "#domain/language";
import { photoReasons, photoStates, type PhotoReason, type PhotoState } from "#domain/photo";
import { connectBackend, request } from "./client.ts";
import { imageUrl } from "./image-url.ts";
import type { LiveMessages } from "./live-source.ts";
import { flag, list, number, optional, record, text } from "./parse.ts";
import { subscribe, type Topic } from "./subscribe.ts";

/** The public copies of a photo, upright: at most 1024 and 320 pixels on the long edge. */
export interface HistoryPicture {
  readonly display: string;
  readonly thumbnail: string;
}

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** One of the guest's own photos, as far as a list of them tells. */
export interface HistoryPhoto {
  readonly photoId: string;
  readonly state: PhotoState;
  /** Null while the photo is shown, and for a reason that this page does not know. */
  readonly reason: PhotoReason | null;
  readonly score: number;
  readonly faceCount: number;
  /** Null while the photo has no public copies. */
  readonly picture: HistoryPicture | null;
  /** Pixels of the larger copy; null where the picture could not be read. Without public copies `readMyPictures` tells more. */
  readonly size: PictureSize | null;
  /** Milliseconds since the epoch: deleted, and gone then, unless that is taken back before. */
  readonly leavesAt: number | null;
  /** Milliseconds since the epoch. */
  readonly sentAt: number;
}

/** All of a guest's photos of one event, but those that were taken back. */
export interface MyHistory {
  readonly eventTitle: string;
  readonly language: Language;
  readonly displayName: string;
  /** In the ranking, by the event's rules; null without a place. */
  readonly score: number | null;
  readonly place: number | null;
  readonly bestPhotoId: string | null;
  /** The guest does not want to be on the screen. */
  readonly isOffScreen: boolean;
  /** A name that the guest chose and that waits for a host. */
  readonly heldName: string | null;
  /** A host gave the name: it stays. */
  readonly isNamedByHost: boolean;
  /** Leads to the event's privacy page. */
  readonly joinCode: string;
  /** Newest first. */
  readonly photos: readonly HistoryPhoto[];
}

const MY_HISTORY = `query MyHistory($nextToken: String) {
  myHistory(nextToken: $nextToken) {
    eventTitle language displayName score place bestPhotoId isOffScreen heldName isNamedByHost joinCode
    photos { photoId state reason score faceCount image width height sentAt leavesAt } nextToken
  }
}`;

/** What has changed is not told: the page reads it, as it reads everything. */
const ON_ME: Topic<void> = {
  field: "onMe",
  query: "subscription OnMe { onMe { eventId guestId version } }",
  parse: (message) => void record(record(message, "message")["onMe"], "onMe"),
};

/** The session's own photos, all pages of them. Rejects as `request` does. */
export async function readMyHistory(token: string): Promise<MyHistory> {
  const { cdnUrl } = await connectBackend();
  const photos: HistoryPhoto[] = [];
  let nextToken: string | null = null;
  for (;;) {
    const asked: unknown = await request(MY_HISTORY, { nextToken }, { kind: "guest", token });
    const page = record(record(asked, "answer")["myHistory"], "myHistory");
    photos.push(...list(page, "photos", (entry) => parseHistoryPhoto(entry, cdnUrl)));
    nextToken = optional(page, "nextToken", text);
    if (nextToken === null) return { ...parseStanding(page), photos: photos.toSorted(newestFirst) };
  }
}

/** Hears of every change of the session's own photos. The returned function ends it. */
export function subscribeToMe(token: string, to: LiveMessages<void>): () => void {
  return subscribe([ON_ME], {}, to, { kind: "guest", token });
}

const newestFirst = (a: HistoryPhoto, b: HistoryPhoto): number =>
  b.sentAt - a.sentAt || (a.photoId < b.photoId ? 1 : -1);

function parseStanding(source: Record<string, unknown>): Omit<MyHistory, "photos"> {
  return {
    eventTitle: text(source, "eventTitle"),
    language: toLanguage(text(source, "language")),
    displayName: text(source, "displayName"),
    score: optional(source, "score", number),
    place: optional(source, "place", number),
    bestPhotoId: optional(source, "bestPhotoId", text),
    isOffScreen: flag(source, "isOffScreen"),
    heldName: optional(source, "heldName", text),
    isNamedByHost: flag(source, "isNamedByHost"),
    joinCode: text(source, "joinCode"),
  };
}

/** Throws on anything that is not a photo of a guest's history. */
export function parseHistoryPhoto(value: unknown, cdnUrl: string): HistoryPhoto {
  const source = record(value, "photo");
  const state = photoStates.find((known) => known === source["state"]);
  if (state === undefined) throw new Error("state is not a photo state");
  const image = optional(source, "image", text);
  return {
    photoId: text(source, "photoId"),
    state,
    reason: photoReasons.find((known) => known === source["reason"]) ?? null,
    score: number(source, "score"),
    faceCount: number(source, "faceCount"),
    picture:
      image === null
        ? null
        : { display: imageUrl(cdnUrl, image, "display"), thumbnail: imageUrl(cdnUrl, image, "thumbnail") },
    size:
      image === null ? sizeOf(source) : { width: number(source, "width"), height: number(source, "height") },
    leavesAt: optional(source, "leavesAt", number),
    sentAt: number(source, "sentAt"),
  };
}

function sizeOf(source: Record<string, unknown>): PictureSize | null {
  const width = optional(source, "width", number);
  const height = optional(source, "height", number);
  return width === null || height === null ? null : { width, height };
}
