// @ts-check
import { util } from "@aws-appsync/utils";

/** Guests of an event in the order of their ids; with `search`, those whose name or reading holds it. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  const { eventId, search, limit, nextToken } = ctx.args;
  const page = {
    operation: "Query",
    query: {
      expression: "eventId = :eventId",
      expressionValues: util.dynamodb.toMapValues({ ":eventId": eventId }),
    },
    // A search reads on quickly; what does not match is not sent.
    limit: search ? 500 : Math.min(limit || 100, 100),
    nextToken: nextToken,
  };
  // K6: of who left nothing is to be seen but a ban, which can be lifted.
  const isThere = "(attribute_not_exists(erasedAt) OR attribute_exists(bannedAt))";
  if (!search) return { ...page, filter: { expression: isThere } };
  const isMeant =
    "(contains(displayName, :search) OR contains(reading, :search) OR contains(heldName, :search))";
  return {
    ...page,
    filter: {
      expression: `${isThere} AND ${isMeant}`,
      expressionValues: util.dynamodb.toMapValues({ ":search": search }),
    },
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { guests: ctx.result.items, nextToken: ctx.result.nextToken };
}
