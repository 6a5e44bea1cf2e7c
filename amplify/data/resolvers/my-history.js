// @ts-check
import { util } from "@aws-appsync/utils";

/** Last step: the own photos but those that were taken back, newest first, a page at a time; and how the guest stands. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return {
    operation: "Query",
    query: {
      expression: "guestKey = :guestKey",
      expressionValues: util.dynamodb.toMapValues({
        ":guestKey": `${ctx.stash.guest.eventId}#${ctx.stash.guest.guestId}`,
      }),
    },
    filter: {
      expression: "#state <> :removed",
      expressionNames: { "#state": "state" },
      expressionValues: util.dynamodb.toMapValues({ ":removed": "removed" }),
    },
    // LINE's message ids grow with time.
    scanIndexForward: false,
    consistentRead: true,
    limit: 100,
    nextToken: ctx.args.nextToken,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  const { guest, event, place } = ctx.stash;
  return {
    eventTitle: event.title,
    language: guest.language,
    displayName: guest.displayName,
    score: guest.score,
    place: place,
    bestPhotoId: guest.photoId,
    isOffScreen: guest.isOffScreen === true,
    heldName: guest.heldName,
    isNamedByHost: guest.isNamedByHost === true,
    joinCode: event.joinCode,
    photos: ctx.result.items.map((photo) => ({
      photoId: photo.photoId,
      state: photo.state,
      reason: photo.reason,
      score: photo.score,
      faceCount: photo.faceCount,
      // While a photo is being hidden its row still names the copies that are to be taken away.
      image: photo.state === "shown" ? photo.image : null,
      width: photo.width,
      height: photo.height,
      sentAt: photo.sentAt,
      leavesAt: photo.leavesAt,
      version: photo.version,
    })),
    nextToken: ctx.result.nextToken,
  };
}
