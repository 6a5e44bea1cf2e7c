// @ts-check
import { util } from "@aws-appsync/utils";

/** One photo by its own key. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return {
    operation: "GetItem",
    key: util.dynamodb.toMapValues({
      guestKey: `${ctx.args.eventId}#${ctx.args.guestId}`,
      photoId: ctx.args.photoId,
    }),
    consistentRead: true,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.result;
}
