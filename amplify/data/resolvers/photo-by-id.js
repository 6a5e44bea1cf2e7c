// @ts-check
import { util } from "@aws-appsync/utils";

/** A photo by LINE's message id, whoever sent it. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return {
    operation: "Query",
    index: "byPhoto",
    query: {
      expression: "photoId = :photoId",
      expressionValues: util.dynamodb.toMapValues({ ":photoId": ctx.args.photoId }),
    },
    limit: 1,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.result.items[0];
}
