// @ts-check
import { util } from "@aws-appsync/utils";

/** The LINE user who is a guest of an event, and nothing else about the guest. */
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
  return ctx.result && ctx.result.lineUserId ? ctx.result.lineUserId : null;
}
