// @ts-check
import { util } from "@aws-appsync/utils";

/** All photos of one event by the time they were sent, a page at a time; those that were taken back included. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  const { eventId, from, to, nextToken } = ctx.args;
  const values = { ":eventId": eventId };
  const hasTerm = (from || from === 0) && to;
  if (hasTerm) {
    values[":from"] = from;
    values[":to"] = to;
  }
  return {
    operation: "Query",
    index: "byEvent",
    query: {
      expression: hasTerm ? "eventId = :eventId AND sentAt BETWEEN :from AND :to" : "eventId = :eventId",
      expressionValues: util.dynamodb.toMapValues(values),
    },
    limit: 200,
    nextToken: nextToken,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { photos: ctx.result.items, nextToken: ctx.result.nextToken };
}
