// @ts-check
import { extensions, util } from "@aws-appsync/utils";

/** Subscribes to one job. */
/** @param {import("@aws-appsync/utils").Context} _ctx */
export function request(_ctx) {
  return { payload: null };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  const filter = { jobId: { eq: ctx.args.jobId } };
  extensions.setSubscriptionFilter(util.transform.toSubscriptionFilter(filter));
  return null;
}
