import { mutation, query } from "./graphql-operation.ts";

const stageFields =
  "name step takesUntil result skipped alternates startedAt awards { award guestId photoId value } version";

/** Whole: hosts who watch receive only what the saving mutation selected. */
export const hostedEventFields = `eventId boardId joinCode title language theme state opensAt closesAt retentionEndsAt
  policy moderation keepsAgeAndGender allowsPaidMessages contact hasSpotlight hasCornerQr hasSound isRehearsal
  nameWords rules formerRules rulesJobId downloadedAt stage { ${stageFields} } version`;
export const eventSaveFields = `isWon eventId event { ${hostedEventFields} }`;

export const eventOperations = {
  event: query("event", "$eventId: ID!", hostedEventFields),
  eventOfCode: query("eventOfCode", "$joinCode: String!", "eventId"),
  saveEvent: mutation(
    "saveEvent",
    `$eventId: ID!, $expectedVersion: Int!, $attempt: ID!, $boardId: ID!, $joinCode: String!, $title: String!,
      $language: String!, $theme: String!, $state: String!, $opensAt: Float!, $closesAt: Float!,
      $retentionEndsAt: Float!, $policy: String!, $moderation: String!, $keepsAgeAndGender: Boolean!,
      $allowsPaidMessages: Boolean!, $contact: String!, $hasSpotlight: Boolean!, $hasCornerQr: Boolean!,
      $hasSound: Boolean!, $nameWords: [String!]!, $rules: AWSJSON, $isRehearsal: Boolean`,
    eventSaveFields,
  ),
  bestGuests: query("rankingPage", "$eventId: ID!, $limit: Int!", "guests { guestId }"),
  saveStage: mutation(
    "saveStage",
    `$eventId: ID!, $expectedVersion: Int!, $attempt: ID!, $name: String!, $step: Int, $takesUntil: Float,
      $result: [ID!], $skipped: [ID!], $alternates: Boolean, $startedAt: Float, $awards: [StageAwardInput!]`,
    "isWon",
  ),
  saveDownload: mutation("saveDownload", "$eventId: ID!, $downloadedAt: Float!", "isWon"),
  publishStage: mutation("publishStage", "$eventId: ID!", `boardId ${stageFields} asOf eventVersion`),
} satisfies Readonly<Record<string, ReturnType<typeof query>>>;
