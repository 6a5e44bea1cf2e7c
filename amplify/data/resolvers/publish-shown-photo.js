// @ts-check
import { util } from "@aws-appsync/utils";

/** Last step: the photo as it is now. One that is not shown goes out as a tombstone. */
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
  if (!photo) util.error("no such photo", "NotFound");
  const published = {
    boardId: ctx.stash.boardId,
    photoId: photo.photoId,
    guestId: photo.guestId,
    displayName: photo.displayName,
    sentAt: photo.sentAt,
    version: photo.version,
  };
  if (photo.state !== "shown") return published;
  published.image = photo.image;
  published.width = photo.width;
  published.height = photo.height;
  published.score = photo.score;
  published.faces = (photo.faces || []).map((face) => face.box);
  return published;
}
