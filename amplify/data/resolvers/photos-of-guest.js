// @ts-check
import { util } from "@aws-appsync/utils";

/** All photos of one guest, consistent, a page at a time: what a standing is derived from. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return {
    operation: "Query",
    query: {
      expression: "guestKey = :guestKey",
      expressionValues: util.dynamodb.toMapValues({ ":guestKey": `${ctx.args.eventId}#${ctx.args.guestId}` }),
    },
    consistentRead: true,
    limit: 200,
    nextToken: ctx.args.nextToken,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { photos: ctx.result.items, nextToken: ctx.result.nextToken };
}
