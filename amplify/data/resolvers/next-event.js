// @ts-check
import { util } from "@aws-appsync/utils";

/** Step 2: while nothing is open yet, the event that opens next, so that the guest can be told when. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return {
    operation: "Query",
    index: "byState",
    query: {
      expression: "#state = :open AND opensAt > :now",
      expressionNames: { "#state": "state" },
      expressionValues: util.dynamodb.toMapValues({ ":open": "open", ":now": ctx.args.now }),
    },
    filter: { expression: "attribute_not_exists(isRehearsal)" },
    limit: 100,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { events: ctx.result.items.slice(0, 1) };
}
