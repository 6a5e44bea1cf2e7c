// @ts-check
import { util } from "@aws-appsync/utils";

/** Step 3 of the board: the latest shown photos; the index holds no others. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return {
    operation: "Query",
    index: "byShown",
    query: {
      expression: "shownIn = :eventId",
      expressionValues: util.dynamodb.toMapValues({ ":eventId": ctx.stash.event.eventId }),
    },
    scanIndexForward: false,
    limit: 50,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  ctx.stash.photos = ctx.result.items;
  return ctx.result.items;
}
