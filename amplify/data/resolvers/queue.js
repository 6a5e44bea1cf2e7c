// @ts-check
import { util } from "@aws-appsync/utils";

/** Photos of an event, newest first; of one state by the index of states, otherwise all that were not taken back. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  const { eventId, state, limit, nextToken } = ctx.args;
  if (state && !["pending", "shown", "hidden"].includes(state)) {
    util.error("state: pending, shown or hidden", "BadInput");
  }
  const page = {
    operation: "Query",
    scanIndexForward: false,
    limit: Math.min(limit || 50, 100),
    nextToken: nextToken,
  };
  if (state) {
    return {
      ...page,
      index: "byState",
      query: {
        expression: "eventState = :eventState",
        expressionValues: util.dynamodb.toMapValues({ ":eventState": `${eventId}#${state}` }),
      },
    };
  }
  return {
    ...page,
    index: "byEvent",
    query: {
      expression: "eventId = :eventId",
      expressionValues: util.dynamodb.toMapValues({ ":eventId": eventId }),
    },
    filter: {
      expression: "#state <> :removed",
      expressionNames: { "#state": "state" },
      expressionValues: util.dynamodb.toMapValues({ ":removed": "removed" }),
    },
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { photos: ctx.result.items, nextToken: ctx.result.nextToken };
}
