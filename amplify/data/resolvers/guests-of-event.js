// @ts-check
import { util } from "@aws-appsync/utils";

/** Ids of an event's guests, in their order, behind the one named. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  const { eventId, after, limit } = ctx.args;
  const values = { ":eventId": eventId };
  if (after) values[":after"] = after;
  return {
    operation: "Query",
    query: {
      expression: after ? "eventId = :eventId AND guestId > :after" : "eventId = :eventId",
      expressionValues: util.dynamodb.toMapValues(values),
    },
    projection: { expression: "guestId" },
    consistentRead: true,
    limit: Math.min(limit, 1000),
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { guestIds: ctx.result.items.map((guest) => guest.guestId), isLast: !ctx.result.nextToken };
}
