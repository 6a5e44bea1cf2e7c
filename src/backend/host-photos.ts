import type { ScoringRules } from "#domain/scoring";
import { HOST, request } from "./client.ts";
import { HOST_ACTION, type HostAction, parseHostAction } from "./host-action.ts";
import {
  HOST_PHOTO,
  type HostPhoto,
  type HostPhotoPage,
  parseHostPhoto,
  parseHostPhotoPage,
  parsePhotoDetail,
  type PhotoDetail,
} from "./host-photo.ts";
import type { LiveMessages } from "./live-source.ts";
import { parseScoring } from "./my-photo.ts";
import { list, optional, record, text } from "./parse.ts";
import { subscribe, type Topic } from "./subscribe.ts";

/** Addresses of a photo's pictures, good for half an hour at least: at most 1024 and 320 px on the long edge. */
export interface PhotoPictures {
  readonly photoId: string;
  readonly display: string;
  readonly thumbnail: string;
}

interface PhotoName {
  readonly guestId: string;
  readonly photoId: string;
}

const PAGE = 100;

const QUEUE = `query Queue($eventId: ID!, $state: String, $limit: Int, $nextToken: String) {
  queue(eventId: $eventId, state: $state, limit: $limit, nextToken: $nextToken) {
    photos { ${HOST_PHOTO} } nextToken
  }
}`;
const PHOTO = `query HostPhoto($eventId: ID!, $guestId: ID!, $photoId: ID!) {
  hostPhoto(eventId: $eventId, guestId: $guestId, photoId: $photoId) {
    photo { ${HOST_PHOTO} }
    faces {
      box { left top width height } confidence emotions { type confidence }
      smile ageRange { low high } gender
    }
    labels { name confidence parents instances { confidence box { left top width height } } }
    missions
    earlierDecisions { says by at count }
    earlier { ${HOST_PHOTO} }
  }
}`;
const OF_GUEST = `query PhotosOfGuest($eventId: ID!, $guestId: ID!, $nextToken: String) {
  photosOfGuestForHost(eventId: $eventId, guestId: $guestId, nextToken: $nextToken) {
    photos { ${HOST_PHOTO} } nextToken
  }
}`;
const PICTURES = `query Pictures($eventId: ID!, $photos: [PhotoNameInput!]!) {
  pictures(eventId: $eventId, photos: $photos) { photoId display thumbnail }
}`;
const RULES = `query RulesOf($eventId: ID!) { rulesOf(eventId: $eventId) { rules } }`;
const MODERATE = `mutation ModeratePhotos($eventId: ID!, $says: String!, $photos: [PhotoChoiceInput!]!) {
  moderatePhotos(eventId: $eventId, says: $says, photos: $photos) { ${HOST_ACTION} }
}`;
const UNDO = `mutation UndoAction($eventId: ID!, $entryId: ID!) {
  undoAction(eventId: $eventId, entryId: $entryId) { ${HOST_ACTION} }
}`;

/** Null is a message about a save that somebody else was quicker with: it tells nothing. */
const ON_PHOTO: Topic<HostPhoto | null> = {
  field: "onPhoto",
  query: `subscription OnPhoto($eventId: ID!) { onPhoto(eventId: $eventId) { eventId photo { ${HOST_PHOTO} } } }`,
  parse: (message) => {
    const save = record(record(message, "message")["onPhoto"], "onPhoto");
    return optional(save, "photo", (source, key) => parseHostPhoto(source[key]));
  },
};

/** At most 100 photos of a tab, newest first. Without photos there are no more. */
export async function readQueue(
  eventId: string,
  tab: "pending" | "shown" | "hidden" | "all",
  nextToken: string | null,
): Promise<HostPhotoPage> {
  const state = tab === "all" ? null : tab;
  let token = nextToken;
  for (;;) {
    const answer = await request(QUEUE, { eventId, state, limit: PAGE, nextToken: token }, HOST);
    const page = parseHostPhotoPage(answer, "queue");
    // A page of removed photos is empty.
    if (page.photos.length > 0 || page.nextToken === null) return page;
    token = page.nextToken;
  }
}

/** Null: it is gone. */
export async function readHostPhoto(
  eventId: string,
  { guestId, photoId }: PhotoName,
): Promise<PhotoDetail | null> {
  const answer = record(await request(PHOTO, { eventId, guestId, photoId }, HOST), "answer");
  return optional(answer, "hostPhoto", (source, key) => parsePhotoDetail(source[key]));
}

/** All of one guest, newest first. */
export async function readPhotosOfGuest(eventId: string, guestId: string): Promise<readonly HostPhoto[]> {
  const photos: HostPhoto[] = [];
  let nextToken: string | null = null;
  do {
    const answer = await request(OF_GUEST, { eventId, guestId, nextToken }, HOST);
    const page: HostPhotoPage = parseHostPhotoPage(answer, "photosOfGuestForHost");
    photos.push(...page.photos);
    nextToken = page.nextToken;
  } while (nextToken !== null);
  return photos.toSorted((a, b) => b.sentAt - a.sentAt);
}

/** At most 100; a photo without a picture is missing in the answer. */
export async function readPictures(
  eventId: string,
  photos: readonly PhotoName[],
): Promise<readonly PhotoPictures[]> {
  const answer = record(await request(PICTURES, { eventId, photos }, HOST), "answer");
  return list(answer, "pictures", (entry) => {
    const pictures = record(entry, "pictures");
    return {
      photoId: text(pictures, "photoId"),
      display: text(pictures, "display"),
      thumbnail: text(pictures, "thumbnail"),
    };
  });
}

/** Which faces count at the event. */
export async function readScoring(eventId: string): Promise<ScoringRules> {
  const answer = record(await request(RULES, { eventId }, HOST), "answer");
  const rules = optional(record(answer["rulesOf"], "rulesOf"), "rules", text);
  if (rules === null) return {};
  const { scoring }: Record<string, unknown> = record(JSON.parse(rules), "rules");
  return parseScoring(record(scoring ?? {}, "scoring"));
}

export async function moderatePhotos(
  eventId: string,
  says: "show" | "hide" | "rules",
  photos: readonly (PhotoName & { readonly seen: number })[],
): Promise<HostAction> {
  const answer = record(await request(MODERATE, { eventId, says, photos }, HOST), "answer");
  return parseHostAction(answer["moderatePhotos"]);
}

export async function undoAction(eventId: string, entryId: string): Promise<HostAction> {
  const answer = record(await request(UNDO, { eventId, entryId }, HOST), "answer");
  return parseHostAction(answer["undoAction"]);
}

/** Follows every change of every photo of the event until the returned function is called. */
export function subscribeToPhotos(eventId: string, to: LiveMessages<HostPhoto>): () => void {
  const onMessage = (photo: HostPhoto | null) => {
    if (photo !== null) to.onMessage(photo);
  };
  return subscribe([ON_PHOTO], { eventId }, { ...to, onMessage }, HOST);
}
