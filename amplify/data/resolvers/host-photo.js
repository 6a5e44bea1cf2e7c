// @ts-check
import { util } from "@aws-appsync/utils";

/** Step 1: one photo with everything that was read on it; none that its guest took back. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return {
    operation: "GetItem",
    key: util.dynamodb.toMapValues({
      guestKey: `${ctx.args.eventId}#${ctx.args.guestId}`,
      photoId: ctx.args.photoId,
    }),
    consistentRead: true,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  const photo = ctx.result;
  if (!photo || photo.state === "removed") {
    ctx.stash.detail = null;
    return null;
  }
  ctx.stash.detail = {
    photo: photo,
    faces: photo.faces || [],
    labels: photo.labels || [],
    missions: photo.missions || [],
    earlierDecisions: photo.earlierDecisions || [],
  };
  return ctx.stash.detail;
}
