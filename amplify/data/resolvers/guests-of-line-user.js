// @ts-check
import { util } from "@aws-appsync/utils";

/** The guests that a LINE user is or was, in all events. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return {
    operation: "Query",
    index: "byLineUser",
    query: {
      expression: "lineUserId = :lineUserId",
      expressionValues: util.dynamodb.toMapValues({ ":lineUserId": ctx.args.lineUserId }),
    },
    limit: 1000,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.result.items;
}
