// @ts-check
import { util } from "@aws-appsync/utils";

/** Last step: a page of an event's shown photos in their public shape, newest first; for boards that show them all. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return {
    operation: "Query",
    index: "byState",
    query: {
      expression: "eventState = :eventState",
      expressionValues: util.dynamodb.toMapValues({ ":eventState": `${ctx.stash.event.eventId}#shown` }),
    },
    scanIndexForward: false,
    limit: 100,
    nextToken: ctx.args.nextToken,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  const boardId = ctx.stash.event.boardId;
  return {
    photos: ctx.result.items.map((photo) => toShownPhoto(boardId, photo)),
    nextToken: ctx.result.nextToken,
  };
}

function toShownPhoto(boardId, photo) {
  return {
    boardId: boardId,
    photoId: photo.photoId,
    guestId: photo.guestId,
    displayName: photo.displayName,
    image: photo.image,
    width: photo.width,
    height: photo.height,
    score: photo.score,
    faces: (photo.faces || []).map((face) => face.box),
    sentAt: photo.sentAt,
    version: photo.version,
  };
}
