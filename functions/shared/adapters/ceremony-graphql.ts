import * as z from "zod";
import type { CeremonyStore, GuestKey, PhotoDraft, StoredPhoto } from "../ports/ceremony-store.ts";
import { operations } from "./ceremony-operations.ts";
import * as shapes from "./ceremony-shapes.ts";
import type { GraphqlDoor } from "./graphql-door.ts";

/** The ceremony's data behind the GraphQL API. */
export function createCeremonyStore(door: GraphqlDoor): CeremonyStore {
  const won = (operation: Parameters<GraphqlDoor["call"]>[0], variables: object): Promise<boolean> =>
    door.call(operation, variables, shapes.claimShape);

  return {
    person: (lineUserId) => door.call(operations.person, { lineUserId }, shapes.personShape.optional()),
    savePerson: (person) => door.call(operations.savePerson, person, shapes.anyShape),
    event: (eventId) => door.call(operations.event, { eventId }, shapes.eventShape.optional()),
    eventsToJoin: (now) => door.call(operations.eventsToJoin, { now }, shapes.eventsShape),
    eventOfCode: (joinCode) => door.call(operations.eventOfCode, { joinCode }, shapes.eventShape.optional()),
    guest: ({ eventId, guestId }) =>
      door.call(operations.guest, { eventId, guestId }, shapes.guestShape.optional()),
    lineUserOfGuest: ({ eventId, guestId }) =>
      door.call(operations.lineUserOfGuest, { eventId, guestId }, z.string().optional()),
    saveGuest: ({ eventId, guestId, displayName, heldName, language }, lineUserId) =>
      door.call(
        operations.saveGuest,
        { eventId, guestId, lineUserId, displayName, heldName, language },
        shapes.guestSaveShape,
      ),
    saveWish: ({ eventId, guestId }, { displayName, heldName, language, isOffScreen }, expectedVersion) =>
      won(operations.saveWish, {
        eventId,
        guestId,
        expectedVersion,
        displayName,
        heldName,
        language,
        isOffScreen,
      }),
    guestsOfLineUser: (lineUserId) =>
      door.call(operations.guestsOfLineUser, { lineUserId }, shapes.guestNamesShape),
    eraseGuest: (erasure, expectedVersion) => won(operations.eraseGuest, { ...erasure, expectedVersion }),
    reviveGuest: ({ eventId, guestId, displayName, heldName, language }, lineUserId, expectedVersion) =>
      won(operations.reviveGuest, {
        eventId,
        guestId,
        expectedVersion,
        lineUserId,
        displayName,
        heldName,
        language,
      }),
    erasePerson: (lineUserId, until) =>
      door.call(operations.erasePerson, { lineUserId, until }, shapes.anyShape),
    saveLeaving: ({ eventId, guestId, photoId }, leavesAt, expectedVersion) =>
      won(operations.saveLeaving, { eventId, guestId, photoId, leavesAt, expectedVersion }),
    photo: ({ eventId, guestId, photoId }) =>
      door.call(operations.photo, { eventId, guestId, photoId }, shapes.photoShape.optional()),
    photoById: (photoId) => door.call(operations.photoById, { photoId }, shapes.photoShape.optional()),
    photosOfGuest: (key) => photosOfGuest(door, key),
    photosOfEvent: (eventId, nextToken, term) =>
      door.call(operations.photosOfEvent, { eventId, ...term, nextToken }, shapes.photoPageShape),
    photosLike: async (eventId, { contentHash, lookHash }) => {
      const variables = { eventId, contentHash, lookHash };
      return (await door.call(operations.photosLike, variables, shapes.photoPageShape)).photos;
    },
    savePhoto: (photo, expectedVersion) => won(operations.savePhoto, variablesOf(photo, expectedVersion)),
    saveStanding: ({ eventId, guestId }, { score, rankKey, best, photos }, expectedVersion) =>
      won(operations.saveStanding, {
        eventId,
        guestId,
        expectedVersion,
        score,
        rankKey,
        photoId: best?.photoId,
        image: best?.image,
        faces: best?.faces?.length,
        photos,
      }),
    claimDelivery: (delivery) => won(operations.claimDelivery, delivery),
    hasDelivery: (deliveryId) => door.call(operations.hasDelivery, { deliveryId }, z.boolean()),
    place: (eventId, scoreKey) => door.call(operations.place, { eventId, scoreKey }, shapes.placeShape),
    topGuests: (eventId, limit) => door.call(operations.topGuests, { eventId, limit }, shapes.topGuestsShape),
    stageOf: (eventId) => door.call(operations.stageOf, { eventId }, shapes.stageNameShape),
    rankingPage: (eventId, nextToken) =>
      door.call(operations.rankingPage, { eventId, nextToken }, shapes.rankingPageShape),
    claimLadder: (eventId, now, dueAt) => won(operations.claimLadder, { eventId, now, dueAt }),
    saveLadder: (eventId, { rungs, guests, photos, computedAt }) =>
      won(operations.saveLadder, { eventId, rungs: JSON.stringify(rungs), guests, photos, computedAt }),
    publishStanding: ({ eventId, guestId }) =>
      door.call(operations.publishStanding, { eventId, guestId }, shapes.anyShape),
    publishShownPhoto: ({ eventId, guestId, photoId }) =>
      door.call(operations.publishShownPhoto, { eventId, guestId, photoId }, shapes.anyShape),
  };
}

async function photosOfGuest(door: GraphqlDoor, { eventId, guestId }: GuestKey): Promise<StoredPhoto[]> {
  const photos: StoredPhoto[] = [];
  let nextToken: string | undefined;
  do {
    const page = await door.call(
      operations.photosOfGuest,
      { eventId, guestId, nextToken },
      shapes.photoPageShape,
    );
    photos.push(...page.photos);
    ({ nextToken } = page);
  } while (nextToken !== undefined);
  return photos;
}

/** Named one by one: a photo that was read carries its version, and the API refuses what it does not know. */
function variablesOf(photo: PhotoDraft, expectedVersion: number): object {
  return {
    eventId: photo.eventId,
    guestId: photo.guestId,
    photoId: photo.photoId,
    expectedVersion,
    displayName: photo.displayName,
    sentAt: photo.sentAt,
    step: photo.step,
    state: photo.state,
    reason: photo.reason,
    score: photo.score,
    faces: photo.faces,
    labels: photo.labels && JSON.stringify(photo.labels),
    moderationLabels: photo.moderationLabels && JSON.stringify(photo.moderationLabels),
    isModerationChecked: photo.isModerationChecked,
    concern: photo.concern,
    missions: photo.missions,
    duplicateOf: photo.duplicateOf,
    decision: photo.decision,
    earlierDecisions: photo.earlierDecisions,
    isUntold: photo.isUntold,
    leavesAt: photo.leavesAt,
    imageSetId: photo.imageSetId,
    imageSetIndex: photo.imageSetIndex,
    original: photo.original,
    image: photo.image,
    width: photo.width,
    height: photo.height,
    sizeBytes: photo.sizeBytes,
    contentHash: photo.contentHash,
    lookHash: photo.lookHash,
    expiresAt: photo.expiresAt,
  };
}
