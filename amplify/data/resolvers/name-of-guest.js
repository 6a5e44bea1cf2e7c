// @ts-check
import { util } from "@aws-appsync/utils";

/** Step 2 of publishing a photo: what its guest is called. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return {
    operation: "GetItem",
    key: util.dynamodb.toMapValues({ eventId: ctx.args.eventId, guestId: ctx.args.guestId }),
    consistentRead: true,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  if (!ctx.result) util.error("no such guest", "NotFound");
  ctx.stash.displayName = ctx.result.displayName;
  return ctx.result.displayName;
}
