import { guestSaveFields, operations as ceremony, photoSaveFields } from "./ceremony-operations.ts";
import { eventSaveFields } from "./event-operations.ts";
import { mutation, query } from "./graphql-operation.ts";

const auditFields = "eventId entryId actor actorName action subject before after isDone undoes";
const jobFields =
  "jobId eventId kind state total done lastGuestId bytes report startedAt movedAt version expiresAt";

export const hostOperations = {
  event: query("event", "$eventId: ID!", "rules formerRules rulesJobId version"),
  job: query("job", "$jobId: ID!", jobFields),
  guestsOfEvent: query("guestsOfEvent", "$eventId: ID!, $after: ID, $limit: Int!", "guestIds isLast"),
  saveRules: mutation(
    "saveRules",
    "$eventId: ID!, $expectedVersion: Int!, $rules: AWSJSON!, $formerRules: AWSJSON, $rulesJobId: ID!",
    eventSaveFields,
  ),
  saveAudit: mutation(
    "saveAudit",
    `$eventId: ID!, $entryId: ID!, $actor: String!, $actorName: String!, $action: String!, $subject: String!,
      $before: AWSJSON, $after: AWSJSON, $isDone: Boolean!, $undoes: ID`,
    `isWon eventId entry { ${auditFields} }`,
  ),
  auditEntry: query("auditEntry", "$eventId: ID!, $entryId: ID!", auditFields),
  auditOfEvent: query(
    "auditOfEvent",
    "$eventId: ID!, $limit: Int!, $nextToken: String",
    `entries { ${auditFields} } nextToken`,
  ),
  photo: ceremony.photo,
  guest: ceremony.guest,
  decidePhoto: mutation(
    "decidePhoto",
    `$eventId: ID!, $guestId: ID!, $photoId: ID!, $decision: HostDecisionInput!,
      $earlierDecisions: [HostDecisionInput!]!`,
    photoSaveFields,
  ),
  decideGuest: mutation(
    "decideGuest",
    `$eventId: ID!, $guestId: ID!, $expectedVersion: Int!, $displayName: String!, $isNamedByHost: Boolean, $heldName: String,
      $reading: String, $isExcluded: Boolean, $bannedAt: Float, $decision: HostDecisionInput!`,
    guestSaveFields,
  ),
  saveJob: mutation(
    "saveJob",
    `$jobId: ID!, $eventId: ID!, $expectedVersion: Int!, $kind: String!, $state: String!, $total: Int, $done: Int!,
      $lastGuestId: ID, $bytes: Float, $report: AWSJSON, $startedAt: Float!, $movedAt: Float!, $expiresAt: Int!`,
    "isWon",
  ),
  // Subscribers receive only what is selected here.
  publishJob: mutation("publishJob", "$jobId: ID!", jobFields),
} satisfies Readonly<Record<string, ReturnType<typeof query>>>;
