import { mutation, query } from "./graphql-operation.ts";

/** Whole: hosts who watch receive only what the saving mutation selected. */
export const hostedEventFields = `eventId boardId joinCode title language theme state opensAt closesAt retentionEndsAt
  policy moderation keepsAgeAndGender nameWords rules formerRules rulesJobId stage { name step version } version`;
export const eventSaveFields = `isWon eventId event { ${hostedEventFields} }`;

export const eventOperations = {
  event: query("event", "$eventId: ID!", hostedEventFields),
  eventOfCode: query("eventOfCode", "$joinCode: String!", "eventId"),
  saveEvent: mutation(
    "saveEvent",
    `$eventId: ID!, $expectedVersion: Int!, $attempt: ID!, $boardId: ID!, $joinCode: String!, $title: String!,
      $language: String!, $theme: String!, $state: String!, $opensAt: Float!, $closesAt: Float!,
      $retentionEndsAt: Float!, $policy: String!, $moderation: String!, $keepsAgeAndGender: Boolean!,
      $nameWords: [String!]!, $rules: AWSJSON`,
    eventSaveFields,
  ),
  saveStage: mutation(
    "saveStage",
    "$eventId: ID!, $expectedVersion: Int!, $attempt: ID!, $name: String!, $step: Int",
    "isWon",
  ),
  publishStage: mutation("publishStage", "$eventId: ID!", "boardId name step version"),
} satisfies Readonly<Record<string, ReturnType<typeof query>>>;
