// @ts-check
import { runtime, util } from "@aws-appsync/utils";

/** Step 1 of the board: the event behind a boardId, unless it is archived or deleted. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return {
    operation: "Query",
    index: "byBoard",
    query: {
      expression: "boardId = :boardId",
      expressionValues: util.dynamodb.toMapValues({ ":boardId": ctx.args.boardId }),
    },
    limit: 1,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  const event = ctx.result.items[0];
  const hasBoard = event && (event.state === "open" || event.state === "closed");
  if (!hasBoard) return runtime.earlyReturn(null, { skipTo: "END" });
  ctx.stash.event = event;
  return event;
}
