import type { Operation } from "./graphql-door.ts";
import { mutation, query } from "./graphql-operation.ts";

// Every selection is whole: a subscriber receives only what the publishing mutation selected.
const eventFields =
  "eventId boardId joinCode title language theme state opensAt closesAt retentionEndsAt policy moderation keepsAgeAndGender allowsPaidMessages rules formerRules nameWords isRehearsal stage { takesUntil } version";
const personFields = "lineUserId eventId joinedAt formerEventId language displayName seenAt";
const guestFields =
  "eventId guestId displayName heldName isNamedByHost reading language isExcluded isOffScreen bannedAt sessionsRevokedAt erasedAt leftAt decision { by at entryId count } score rankKey photos version";
const boxFields = "left top width height";
const photoFields = `eventId guestId photoId displayName sentAt step state reason score
  faces { box { ${boxFields} } confidence emotions { type confidence } smile ageRange { low high } gender }
  labels moderationLabels isModerationChecked concern missions duplicateOf
  decision { says by at entryId count } earlierDecisions { says by at entryId count } isUntold leavesAt imageSetId imageSetIndex
  original image width height sizeBytes contentHash lookHash version expiresAt`;
/** What the hosts hear of every save of a photo. */
export const photoSaveFields = `isWon eventId photo {
  eventId guestId photoId displayName sentAt step state reason concern duplicateOf score faceCount
  moderationLabels isModerationChecked width height decision { says by at entryId count } version
}`;
/** What the hosts hear of a decision about a guest. */
export const guestSaveFields = `isWon eventId guest {
  eventId guestId displayName reading language isExcluded bannedAt isNamedByHost heldName score photos erasedAt
  decision { by at entryId count } version
}`;
const standingFields = "boardId guestId displayName score rankKey photoId image faces photos version";
const shownPhotoFields = `boardId photoId guestId displayName image width height score
  faces { ${boxFields} } sentAt version`;

const guestKey = "$eventId: ID!, $guestId: ID!";
const photoKey = `${guestKey}, $photoId: ID!`;

export const operations = {
  person: query("person", "$lineUserId: ID!", personFields),
  event: query("event", "$eventId: ID!", eventFields),
  eventsToJoin: query("eventsToJoin", "$now: Float!", `events { ${eventFields} }`),
  eventOfCode: query("eventOfCode", "$joinCode: String!", eventFields),
  guest: query("guest", guestKey, guestFields),
  lineUserOfGuest: query("lineUserOfGuest", guestKey),
  guestsOfLineUser: query("guestsOfLineUser", "$lineUserId: String!", "eventId guestId"),
  photo: query("photo", photoKey, photoFields),
  photoById: query("photoById", "$photoId: ID!", photoFields),
  photosOfGuest: query(
    "photosOfGuest",
    `${guestKey}, $nextToken: String`,
    `photos { ${photoFields} } nextToken`,
  ),
  photosOfEvent: query(
    "photosOfEvent",
    "$eventId: ID!, $from: Float, $to: Float, $nextToken: String",
    `photos { ${photoFields} } nextToken`,
  ),
  photosLike: query(
    "photosLike",
    "$eventId: ID!, $contentHash: String!, $lookHash: String",
    `photos { ${photoFields} }`,
  ),
  hasDelivery: query("hasDelivery", "$deliveryId: ID!"),
  place: query(
    "place",
    "$eventId: ID!, $scoreKey: String!",
    "above isComplete ladder { rungs { place score } guests photos computedAt }",
  ),
  topGuests: query("rankingPage", "$eventId: ID!, $limit: Int!", "guests { displayName score rankKey }"),
  stageOf: query("event", "$eventId: ID!", "stage { name }"),
  rankingPage: query("rankingPage", "$eventId: ID!, $nextToken: String", "guests { score photos } nextToken"),

  savePerson: mutation(
    "savePerson",
    "$lineUserId: ID!, $eventId: ID, $joinedAt: Float, $formerEventId: ID, $language: String!, $displayName: String, $seenAt: Float",
    personFields,
  ),
  saveGuest: mutation(
    "saveGuest",
    `${guestKey}, $lineUserId: String!, $displayName: String!, $heldName: String, $language: String!`,
    guestSaveFields,
  ),
  saveWish: mutation(
    "saveWish",
    `${guestKey}, $expectedVersion: Int!, $displayName: String!, $heldName: String, $language: String!,
      $isOffScreen: Boolean!`,
    guestSaveFields,
  ),
  eraseGuest: mutation(
    "eraseGuest",
    `${guestKey}, $expectedVersion: Int!, $displayName: String!, $language: String!, $erasedAt: Float!,
      $leftAt: Float!, $isForgotten: Boolean!`,
    guestSaveFields,
  ),
  reviveGuest: mutation(
    "reviveGuest",
    `${guestKey}, $expectedVersion: Int!, $lineUserId: String!, $displayName: String!, $heldName: String,
      $language: String!`,
    guestSaveFields,
  ),
  erasePerson: mutation("erasePerson", "$lineUserId: ID!, $until: Float!", "isWon"),
  saveLeaving: mutation(
    "saveLeaving",
    `${photoKey}, $leavesAt: Float, $expectedVersion: Int!`,
    photoSaveFields,
  ),
  savePhoto: mutation(
    "savePhoto",
    `${photoKey}, $expectedVersion: Int!, $displayName: String!, $sentAt: Float!, $step: String!, $state: String!, $reason: String,
      $score: Float!, $faces: [FaceReadingInput], $labels: AWSJSON, $moderationLabels: AWSJSON,
      $isModerationChecked: Boolean, $concern: String, $missions: [String!], $duplicateOf: ID, $decision: HostDecisionInput,
      $earlierDecisions: [HostDecisionInput],
      $isUntold: Boolean, $leavesAt: Float, $imageSetId: String, $imageSetIndex: Int, $original: String, $image: String, $width: Int, $height: Int, $sizeBytes: Int,
      $contentHash: String, $lookHash: String, $expiresAt: Int!`,
    photoSaveFields,
  ),
  saveStanding: mutation(
    "saveStanding",
    `${guestKey}, $expectedVersion: Int!, $score: Float, $rankKey: String, $photoId: ID, $image: String,
      $faces: Int, $photos: Int!`,
    "isWon eventId guestId version",
  ),
  claimDelivery: mutation(
    "claimDelivery",
    "$deliveryId: ID!, $kind: String!, $recordedAt: Float!, $expiresAt: Int!",
    "isWon",
  ),
  claimLadder: mutation("claimLadder", "$eventId: ID!, $now: Float!, $dueAt: Float!", "isWon"),
  saveLadder: mutation(
    "saveLadder",
    "$eventId: ID!, $rungs: AWSJSON!, $guests: Int!, $photos: Int!, $computedAt: Float!",
    "isWon",
  ),
  publishStanding: mutation("publishStanding", guestKey, standingFields),
  publishShownPhoto: mutation("publishShownPhoto", photoKey, shownPhotoFields),
} satisfies Readonly<Record<string, Operation>>;
