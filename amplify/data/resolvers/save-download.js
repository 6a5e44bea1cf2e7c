// @ts-check
import { util } from "@aws-appsync/utils";

/** Notes when everything of an event had been fetched last. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return {
    operation: "UpdateItem",
    key: util.dynamodb.toMapValues({ eventId: ctx.args.eventId }),
    update: {
      expression: "SET downloadedAt = :at",
      expressionValues: util.dynamodb.toMapValues({ ":at": ctx.args.downloadedAt }),
    },
    condition: { expression: "attribute_exists(eventId)" },
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error && ctx.error.type === "DynamoDB:ConditionalCheckFailedException") return { isWon: false };
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { isWon: true };
}
