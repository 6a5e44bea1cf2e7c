// @ts-check
import { util } from "@aws-appsync/utils";

/** Last step of the board: the latest shown photos; then everything in its public shape. */
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
    limit: 50,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return toBoard(ctx.stash, ctx.result.items);
}

function toBoard(stash, photos) {
  const event = stash.event;
  return {
    boardId: event.boardId,
    title: event.title,
    language: event.language,
    theme: event.theme,
    joinCode: event.joinCode,
    // Missing in events of older versions.
    hasSpotlight: event.hasSpotlight !== false,
    hasCornerQr: event.hasCornerQr !== false,
    hasSound: event.hasSound === true,
    isRehearsal: event.isRehearsal === true,
    standingRule: (event.rules || {}).standing || "best",
    eventVersion: event.version,
    stage: toStage(event.stage),
    standings: stash.guests.map((guest) => toStanding(event, guest)),
    photos: photos.map((photo) => toShownPhoto(event, photo)),
    totals: event.ladder
      ? { guests: event.ladder.guests, photos: event.ladder.photos }
      : { guests: stash.guests.length, photos: photos.length },
  };
}

function toStage(stage) {
  return {
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
  };
}

function toStanding(event, guest) {
  return {
    boardId: event.boardId,
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

function toShownPhoto(event, photo) {
  return {
    boardId: event.boardId,
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
