// @ts-check
import { util } from "@aws-appsync/utils";

/** Events in one state, the one that opens last first. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return {
    operation: "Query",
    index: "byState",
    query: {
      expression: "#state = :state",
      expressionNames: { "#state": "state" },
      expressionValues: util.dynamodb.toMapValues({ ":state": ctx.args.state }),
    },
    scanIndexForward: false,
    limit: 50,
    nextToken: ctx.args.nextToken,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { events: ctx.result.items, nextToken: ctx.result.nextToken };
}
