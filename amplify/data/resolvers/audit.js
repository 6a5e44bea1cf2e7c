// @ts-check
import { util } from "@aws-appsync/utils";

/** The trail of an event, newest first. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return {
    operation: "Query",
    query: {
      expression: "eventId = :eventId",
      expressionValues: util.dynamodb.toMapValues({ ":eventId": ctx.args.eventId }),
    },
    scanIndexForward: false,
    limit: Math.min(ctx.args.limit || 50, 100),
    nextToken: ctx.args.nextToken,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { entries: ctx.result.items, nextToken: ctx.result.nextToken };
}
