// @ts-check
import { util } from "@aws-appsync/utils";

/** Step 1 of publishing: which board an event has. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return {
    operation: "GetItem",
    key: util.dynamodb.toMapValues({ eventId: ctx.args.eventId }),
    // A board that was renewed falls silent at once.
    consistentRead: true,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  if (!ctx.result) util.error("no such event", "NotFound");
  ctx.stash.boardId = ctx.result.boardId;
  return ctx.result.boardId;
}
