// @ts-check
import { util } from "@aws-appsync/utils";

/** K11: the last that was left of a photo that was removed. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  const { eventId, guestId, photoId } = ctx.args;
  return {
    operation: "DeleteItem",
    key: util.dynamodb.toMapValues({ guestKey: `${eventId}#${guestId}`, photoId: photoId }),
    condition: {
      expression: "attribute_not_exists(photoId) OR #state = :removed",
      // A word of DynamoDB's own.
      expressionNames: { "#state": "state" },
      expressionValues: util.dynamodb.toMapValues({ ":removed": "removed" }),
    },
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error && ctx.error.type === "DynamoDB:ConditionalCheckFailedException") return { isWon: false };
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { isWon: true };
}
