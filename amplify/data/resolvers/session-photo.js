// @ts-check
import { runtime, util } from "@aws-appsync/utils";

/** Step 2: a photo of the session's guest; the key itself keeps others' photos out. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return {
    operation: "GetItem",
    key: util.dynamodb.toMapValues({
      guestKey: `${ctx.stash.guest.eventId}#${ctx.stash.guest.guestId}`,
      photoId: ctx.args.photoId,
    }),
    consistentRead: true,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  if (!ctx.result) return runtime.earlyReturn(null, { skipTo: "END" });
  ctx.stash.photo = ctx.result;
  return ctx.result;
}
