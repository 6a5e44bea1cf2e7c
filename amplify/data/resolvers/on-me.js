// @ts-check
import { extensions, util } from "@aws-appsync/utils";

/** Last step: subscribes to the session's own guest, whatever the request names. */
/** @param {import("@aws-appsync/utils").Context} _ctx */
export function request(_ctx) {
  return { payload: null };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  const { eventId, guestId } = ctx.stash.guest;
  const filter = { eventId: { eq: eventId }, guestId: { eq: guestId } };
  extensions.setSubscriptionFilter(util.transform.toSubscriptionFilter(filter));
  return null;
}
