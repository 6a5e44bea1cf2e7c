// @ts-check
import { util } from "@aws-appsync/utils";

/** Step 1: the earliest photos of an event with the same bytes. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return {
    operation: "Query",
    index: "byContent",
    query: {
      expression: "eventContentHash = :hash",
      expressionValues: util.dynamodb.toMapValues({ ":hash": `${ctx.args.eventId}#${ctx.args.contentHash}` }),
    },
    limit: 20,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  ctx.stash.sameBytes = ctx.result.items;
  return ctx.result.items;
}
