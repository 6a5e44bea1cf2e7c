// @ts-check
import { runtime, util } from "@aws-appsync/utils";

/** Last step of a photo for hosts: the earlier one that it repeats, whoever sent that. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  const detail = ctx.stash.detail;
  if (!detail || !detail.photo.duplicateOf) return runtime.earlyReturn(detail);
  return {
    operation: "Query",
    index: "byPhoto",
    query: {
      expression: "photoId = :photoId",
      expressionValues: util.dynamodb.toMapValues({ ":photoId": detail.photo.duplicateOf }),
    },
    limit: 1,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  const detail = ctx.stash.detail;
  const earlier = ctx.result.items[0];
  // Nothing of another event, nor of what was taken back.
  const isThere = earlier && earlier.eventId === ctx.args.eventId && earlier.state !== "removed";
  return {
    photo: detail.photo,
    faces: detail.faces,
    labels: detail.labels,
    missions: detail.missions,
    earlierDecisions: detail.earlierDecisions,
    earlier: isThere ? earlier : null,
  };
}
