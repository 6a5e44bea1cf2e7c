// @ts-check
import { runtime, util } from "@aws-appsync/utils";

/** Step 1: the job of an event's last rehearsal, which holds how far it is. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return {
    operation: "GetItem",
    key: util.dynamodb.toMapValues({ jobId: `rehearsal#${ctx.args.eventId}` }),
    consistentRead: true,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  if (!ctx.result || !ctx.result.report) runtime.earlyReturn(null, { skipTo: "END" });
  ctx.stash.job = ctx.result;
  return ctx.result;
}
