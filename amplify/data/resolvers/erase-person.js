// @ts-check
import { util } from "@aws-appsync/utils";

/** Forgets a LINE user, unless something that was sent later is kept. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return {
    operation: "DeleteItem",
    key: util.dynamodb.toMapValues({ lineUserId: ctx.args.lineUserId }),
    condition: {
      expression: "attribute_not_exists(seenAt) OR seenAt <= :until",
      expressionValues: util.dynamodb.toMapValues({ ":until": ctx.args.until }),
    },
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error && ctx.error.type === "DynamoDB:ConditionalCheckFailedException") return { isWon: false };
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { isWon: true };
}
