// @ts-check
import { util } from "@aws-appsync/utils";

/** Step 2: the event of the session. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return {
    operation: "GetItem",
    key: util.dynamodb.toMapValues({ eventId: ctx.stash.guest.eventId }),
    consistentRead: false,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  if (!ctx.result || ctx.result.state === "erased")
    util.error("This event is over and its photos are deleted.", "EventGone");
  ctx.stash.event = ctx.result;
  return ctx.result;
}
