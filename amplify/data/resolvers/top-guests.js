// @ts-check
import { util } from "@aws-appsync/utils";

/** Step 2 of the board: the first hundred of the ranking. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return {
    operation: "Query",
    index: "byRank",
    query: {
      expression: "eventId = :eventId",
      expressionValues: util.dynamodb.toMapValues({ ":eventId": ctx.stash.event.eventId }),
    },
    scanIndexForward: false,
    limit: 100,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  ctx.stash.guests = ctx.result.items;
  return ctx.result.items;
}
