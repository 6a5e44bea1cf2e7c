// @ts-check
import { util } from "@aws-appsync/utils";

/** All photos of one guest but those that were taken back, consistent, in the order of their ids. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return {
    operation: "Query",
    query: {
      expression: "guestKey = :guestKey",
      expressionValues: util.dynamodb.toMapValues({ ":guestKey": `${ctx.args.eventId}#${ctx.args.guestId}` }),
    },
    filter: {
      expression: "#state <> :removed",
      expressionNames: { "#state": "state" },
      expressionValues: util.dynamodb.toMapValues({ ":removed": "removed" }),
    },
    consistentRead: true,
    limit: 100,
    nextToken: ctx.args.nextToken,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { photos: ctx.result.items, nextToken: ctx.result.nextToken };
}
