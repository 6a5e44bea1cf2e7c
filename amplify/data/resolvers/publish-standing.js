// @ts-check
import { util } from "@aws-appsync/utils";

/** Last step: the guest as it is now, in its public shape, for the boards. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return {
    operation: "GetItem",
    key: util.dynamodb.toMapValues({ eventId: ctx.args.eventId, guestId: ctx.args.guestId }),
    consistentRead: true,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  const guest = ctx.result;
  if (!guest) util.error("no such guest", "NotFound");
  return {
    boardId: ctx.stash.boardId,
    guestId: guest.guestId,
    displayName: guest.displayName,
    score: guest.score,
    rankKey: guest.rankKey,
    photoId: guest.photoId,
    image: guest.image,
    faces: guest.faces,
    photos: guest.photos,
    version: guest.version,
  };
}
