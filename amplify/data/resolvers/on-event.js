// @ts-check
import { extensions, util } from "@aws-appsync/utils";

/** Subscribes to one event: what is saved for others is not delivered. */
/** @param {import("@aws-appsync/utils").Context} _ctx */
export function request(_ctx) {
  return { payload: null };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  const filter = { eventId: { eq: ctx.args.eventId } };
  extensions.setSubscriptionFilter(util.transform.toSubscriptionFilter(filter));
  return null;
}
