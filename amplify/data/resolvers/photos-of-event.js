// @ts-check
import { util } from "@aws-appsync/utils";

/** All photos of one event by the time they were sent, a page at a time; those that were taken back included. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return {
    operation: "Query",
    index: "byEvent",
    query: {
      expression: "eventId = :eventId",
      expressionValues: util.dynamodb.toMapValues({ ":eventId": ctx.args.eventId }),
    },
    limit: 200,
    nextToken: ctx.args.nextToken,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { photos: ctx.result.items, nextToken: ctx.result.nextToken };
}
