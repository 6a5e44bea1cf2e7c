// @ts-check
import { util } from "@aws-appsync/utils";

/** The stage as it is now, for the boards. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return {
    operation: "GetItem",
    key: util.dynamodb.toMapValues({ eventId: ctx.args.eventId }),
    consistentRead: true,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  if (!ctx.result) util.error("no such event", "NotFound");
  const { boardId, stage, version } = ctx.result;
  return {
    boardId: boardId,
    name: stage.name,
    step: stage.step,
    takesUntil: stage.takesUntil,
    result: stage.result,
    skipped: stage.skipped,
    alternates: stage.alternates,
    startedAt: stage.startedAt,
    awards: stage.awards,
    asOf: util.time.nowEpochMilliSeconds(),
    version: stage.version,
    eventVersion: version,
  };
}
