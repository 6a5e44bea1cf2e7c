// @ts-check
import { util } from "@aws-appsync/utils";

/** Step 2: how many guests stand strictly above a score, counted up to a hundred. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return {
    operation: "Query",
    index: "byRank",
    query: {
      // "~" sorts behind "#": guests with the same score are not above.
      expression: "eventId = :eventId AND rankKey > :own",
      expressionValues: util.dynamodb.toMapValues({
        ":eventId": ctx.args.eventId,
        ":own": `${ctx.args.scoreKey}~`,
      }),
    },
    limit: 100,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return {
    above: ctx.result.items.length,
    isComplete: !ctx.result.nextToken,
    ladder: ctx.stash.ladder,
  };
}
