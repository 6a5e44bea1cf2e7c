// @ts-check
import { util } from "@aws-appsync/utils";

/** K11: a LINE user who is a guest elsewhere, too, forgets an event that is deleted. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  const { lineUserId, eventId, isFormer } = ctx.args;
  return {
    operation: "UpdateItem",
    key: util.dynamodb.toMapValues({ lineUserId: lineUserId }),
    update: { expression: isFormer ? "REMOVE formerEventId" : "REMOVE eventId" },
    condition: {
      expression: isFormer ? "formerEventId = :eventId" : "eventId = :eventId",
      expressionValues: util.dynamodb.toMapValues({ ":eventId": eventId }),
    },
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error && ctx.error.type === "DynamoDB:ConditionalCheckFailedException") return { isWon: false };
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { isWon: true };
}
