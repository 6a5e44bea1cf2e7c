// @ts-check
import { util } from "@aws-appsync/utils";

/** K12: an entry of the trail says who did what when, and no longer to whom. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  const { eventId, entryId } = ctx.args;
  return {
    operation: "UpdateItem",
    key: util.dynamodb.toMapValues({ eventId: eventId, entryId: entryId }),
    update: {
      expression: "SET subject = :event REMOVE #before, #after",
      expressionNames: { "#before": "before", "#after": "after" },
      expressionValues: util.dynamodb.toMapValues({ ":event": eventId }),
    },
    condition: { expression: "attribute_exists(entryId)" },
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error && ctx.error.type === "DynamoDB:ConditionalCheckFailedException") return { isWon: false };
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { isWon: true };
}
