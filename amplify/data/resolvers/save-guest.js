// @ts-check
import { util } from "@aws-appsync/utils";

/** Creates a guest; one that exists already stays as it is. Hosts who watch the event hear who came. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  const args = ctx.args;
  const values = {
    lineUserId: args.lineUserId,
    displayName: args.displayName,
    language: args.language,
    photos: 0,
    version: 1,
  };
  if (args.heldName) values.heldName = args.heldName;
  return {
    operation: "PutItem",
    key: util.dynamodb.toMapValues({ eventId: args.eventId, guestId: args.guestId }),
    attributeValues: util.dynamodb.toMapValues(values),
    condition: {
      expression: "attribute_not_exists(guestId)",
      equalsIgnore: ["displayName", "heldName", "language"],
    },
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  // A lost race is no error: the guest that is there comes back as the result.
  if (ctx.error && ctx.error.type !== "DynamoDB:ConditionalCheckFailedException") {
    util.error(ctx.error.message, ctx.error.type);
  }
  return { isWon: !ctx.error, eventId: ctx.result.eventId, guest: ctx.result };
}
