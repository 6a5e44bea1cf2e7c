// @ts-check
import { util } from "@aws-appsync/utils";

/** K11: the last that was left of a guest who was erased and of whom nobody knows who it was. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  const { eventId, guestId } = ctx.args;
  return {
    operation: "DeleteItem",
    key: util.dynamodb.toMapValues({ eventId: eventId, guestId: guestId }),
    condition: {
      expression:
        "attribute_not_exists(guestId) OR (attribute_exists(erasedAt) AND attribute_not_exists(lineUserId))",
    },
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error && ctx.error.type === "DynamoDB:ConditionalCheckFailedException") return { isWon: false };
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { isWon: true };
}
