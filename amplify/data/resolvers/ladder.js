// @ts-check
import { util } from "@aws-appsync/utils";

/** Step 1: the ladder of an event. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return {
    operation: "GetItem",
    key: util.dynamodb.toMapValues({ eventId: ctx.args.eventId }),
    consistentRead: false,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  ctx.stash.ladder = ctx.result ? ctx.result.ladder : null;
  return ctx.stash.ladder;
}
