// @ts-check
import { util } from "@aws-appsync/utils";

/** Last step: what a guest orders, done by a function; the field's name says what, the session says who. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  const { eventId, guestId } = ctx.stash.guest;
  return {
    operation: "Invoke",
    payload: { action: ctx.info.fieldName, args: ctx.args, eventId: eventId, guestId: guestId },
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error("This could not be done. Please try again.", "GuestActionFault");
  if (ctx.result && ctx.result.refused) util.error(ctx.result.words, ctx.result.refused);
  return ctx.result;
}
