// @ts-check
import { runtime, util } from "@aws-appsync/utils";

/** Step 3: the place of the session's guest, exact among the first hundred and by the ladder beyond; null without one. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  const guest = ctx.stash.guest;
  if (!guest.rankKey) return runtime.earlyReturn(null);
  return {
    operation: "Query",
    index: "byRank",
    query: {
      // "~" sorts behind "#": only better scores are counted, a tie shares the place.
      expression: "eventId = :eventId AND rankKey > :own",
      expressionValues: util.dynamodb.toMapValues({
        ":eventId": guest.eventId,
        ":own": `${guest.rankKey.split("#")[0]}~`,
      }),
    },
    limit: 100,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  const next = ctx.result.items.length + 1;
  ctx.stash.place = ctx.result.nextToken ? placeOnLadder(ctx.stash, next) : next;
  return ctx.stash.place;
}

function placeOnLadder(stash, next) {
  let place = next;
  if (!stash.event.ladder) return place;
  for (const rung of stash.event.ladder.rungs) {
    if (rung.score > stash.guest.score && rung.place + 1 > place) place = rung.place + 1;
  }
  return place;
}
