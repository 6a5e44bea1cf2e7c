import { eventSaveFields, hostedEventFields } from "./event-operations.ts";
import { mutation, query } from "./graphql-operation.ts";

export const endingOperations = {
  eventsInState: query(
    "eventsInState",
    "$state: String!, $nextToken: String",
    `events { ${hostedEventFields} } nextToken`,
  ),
  hasPhotos: query("hasPhotos", "$eventId: ID!, $state: String!"),
  dropPhoto: mutation("dropPhoto", "$eventId: ID!, $guestId: ID!, $photoId: ID!", "isWon"),
  dropGuest: mutation("dropGuest", "$eventId: ID!, $guestId: ID!", "isWon"),
  forgetWhereabouts: mutation(
    "forgetWhereabouts",
    "$lineUserId: ID!, $eventId: ID!, $isFormer: Boolean!",
    "isWon",
  ),
  reduceAudit: mutation("reduceAudit", "$eventId: ID!, $entryId: ID!", "isWon"),
  eraseEvent: mutation("eraseEvent", "$eventId: ID!, $address: ID!", eventSaveFields),
} satisfies Readonly<Record<string, ReturnType<typeof query>>>;
