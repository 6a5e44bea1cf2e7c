// @ts-check
import { util } from "@aws-appsync/utils";

/** The ranking from the top: all of it for the ladder, a few for who asks the bot. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return {
    operation: "Query",
    index: "byRank",
    query: {
      expression: "eventId = :eventId",
      expressionValues: util.dynamodb.toMapValues({ ":eventId": ctx.args.eventId }),
    },
    scanIndexForward: false,
    limit: ctx.args.limit || 1000,
    nextToken: ctx.args.nextToken,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return {
    guests: ctx.result.items.map((guest) => ({
      guestId: guest.guestId,
      displayName: guest.displayName,
      score: guest.score,
      rankKey: guest.rankKey,
      photos: guest.photos,
    })),
    nextToken: ctx.result.nextToken,
  };
}
