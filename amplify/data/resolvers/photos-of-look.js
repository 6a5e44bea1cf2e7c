// @ts-check
import { runtime, util } from "@aws-appsync/utils";

/** Step 2: those that look exactly alike; with those of step 1, each once. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  if (!ctx.args.lookHash) return runtime.earlyReturn({ photos: ctx.stash.sameBytes });
  return {
    operation: "Query",
    index: "byLook",
    query: {
      expression: "eventLookHash = :hash",
      expressionValues: util.dynamodb.toMapValues({ ":hash": `${ctx.args.eventId}#${ctx.args.lookHash}` }),
    },
    limit: 20,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  const found = ctx.stash.sameBytes.map((photo) => photo.photoId);
  const others = ctx.result.items.filter((photo) => !found.includes(photo.photoId));
  return { photos: ctx.stash.sameBytes.concat(others) };
}
