import * as z from "zod";
import { askApi } from "./ask-api.ts";

const photo = z.object({
  guestId: z.string(),
  photoId: z.string(),
  displayName: z.string(),
  state: z.string(),
  reason: z.string().nullable(),
  score: z.number(),
  decision: z.object({ says: z.string().nullable(), by: z.string(), count: z.number() }).nullable(),
  version: z.number(),
});
export type HostPhoto = z.output<typeof photo>;
const photoFields = "guestId photoId displayName state reason score decision { says by count } version";

const action = z.object({
  entryId: z.string().nullable(),
  done: z.array(z.string()),
  refused: z.array(z.object({ id: z.string(), why: z.string() })),
});
export type HostAction = z.output<typeof action>;
const actionFields = "entryId done refused { id why }";

const guest = z.object({
  guestId: z.string(),
  displayName: z.string(),
  bannedAt: z.number().nullable(),
  score: z.number().nullable(),
  photos: z.number(),
  decision: z.object({ count: z.number() }).nullable(),
});
export type HostGuest = z.output<typeof guest>;

const entry = z.object({
  entryId: z.string(),
  actorName: z.string(),
  action: z.string(),
  subject: z.string(),
  isDone: z.boolean(),
  undoes: z.string().nullable(),
});

const pictures = z.array(z.object({ photoId: z.string(), display: z.string(), thumbnail: z.string() }));

/** What a host sees and orders of photos and guests. */
export type HostOrders = ReturnType<typeof createHostOrders>;

/** With a host's access token. Throws `Refused`, and others when nobody answers. */
export function createHostOrders(graphqlUrl: string, token: string) {
  async function ask<T>(query: string, variables: object, shape: z.ZodType<T>): Promise<T> {
    return shape.parse(await askApi(graphqlUrl, { Authorization: token }, query, variables));
  }
  const choiceOf = ({ guestId, photoId, decision }: HostPhoto) => ({
    guestId,
    photoId,
    seen: decision?.count ?? 0,
  });
  return {
    token,
    queue: (eventId: string, state?: string) =>
      ask(
        `query ($eventId: ID!, $state: String) { queue(eventId: $eventId, state: $state, limit: 100) {
          photos { ${photoFields} } } }`,
        { eventId, state },
        z.object({ photos: z.array(photo) }).transform(({ photos }) => photos),
      ),
    moderate: (eventId: string, says: string, photos: readonly HostPhoto[]) =>
      ask(
        `mutation ($eventId: ID!, $says: String!, $photos: [PhotoChoiceInput!]!) {
          moderatePhotos(eventId: $eventId, says: $says, photos: $photos) { ${actionFields} } }`,
        { eventId, says, photos: photos.map(choiceOf) },
        action,
      ),
    undo: (eventId: string, entryId: string) =>
      ask(
        `mutation ($eventId: ID!, $entryId: ID!) {
          undoAction(eventId: $eventId, entryId: $entryId) { ${actionFields} } }`,
        { eventId, entryId },
        action,
      ),
    guests: (eventId: string) =>
      ask(
        `query ($eventId: ID!) { guests(eventId: $eventId) {
          guests { guestId displayName bannedAt score photos decision { count } } } }`,
        { eventId },
        z.object({ guests: z.array(guest) }).transform(({ guests }) => guests),
      ),
    changeGuest: (eventId: string, { guestId, decision }: HostGuest, change: object) =>
      ask(
        `mutation ($eventId: ID!, $guestId: ID!, $seen: Int!, $change: AWSJSON!) {
          changeGuest(eventId: $eventId, guestId: $guestId, seen: $seen, change: $change) { ${actionFields} } }`,
        { eventId, guestId, seen: decision?.count ?? 0, change: JSON.stringify(change) },
        action,
      ),
    pictures: (eventId: string, photos: readonly HostPhoto[]) =>
      ask(
        `query ($eventId: ID!, $photos: [PhotoNameInput!]!) {
          pictures(eventId: $eventId, photos: $photos) { photoId display thumbnail } }`,
        { eventId, photos: photos.map(({ guestId, photoId }) => ({ guestId, photoId })) },
        pictures,
      ),
    audit: (eventId: string) =>
      ask(
        `query ($eventId: ID!) { audit(eventId: $eventId) {
          entries { entryId actorName action subject isDone undoes } } }`,
        { eventId },
        z.object({ entries: z.array(entry) }).transform(({ entries }) => entries),
      ),
  };
}
