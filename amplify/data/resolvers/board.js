// @ts-check
import { runtime, util } from "@aws-appsync/utils";

/** Last step of the board: the names of the photos' guests, and everything in its public shape. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  const keys = {};
  for (const photo of ctx.stash.photos) {
    keys[photo.guestId] = util.dynamodb.toMapValues({ eventId: photo.eventId, guestId: photo.guestId });
  }
  // Not the stash's amplifyApiEnvironmentName: Amplify names tables with NONE on every branch.
  ctx.stash.guestTable = `Guest-${ctx.stash.awsAppsyncApiId}-NONE`;
  const wanted = Object.values(keys);
  if (wanted.length === 0) return runtime.earlyReturn(toBoard(ctx.stash, []));
  const tables = {};
  tables[ctx.stash.guestTable] = { keys: wanted, consistentRead: false };
  return { operation: "BatchGetItem", tables: tables };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return toBoard(ctx.stash, ctx.result.data[ctx.stash.guestTable]);
}

function toBoard(stash, namedGuests) {
  const event = stash.event;
  const names = {};
  for (const guest of namedGuests) {
    if (guest) names[guest.guestId] = guest.displayName;
  }
  return {
    boardId: event.boardId,
    title: event.title,
    language: event.language,
    theme: event.theme,
    stage: event.stage,
    standings: stash.guests.map((guest) => toStanding(event, guest)),
    photos: stash.photos
      .filter((photo) => names[photo.guestId])
      .map((photo) => toShownPhoto(event, photo, names[photo.guestId])),
    totals: event.ladder
      ? { guests: event.ladder.guests, photos: event.ladder.photos }
      : { guests: stash.guests.length, photos: stash.photos.length },
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

function toShownPhoto(event, photo, displayName) {
  return {
    boardId: event.boardId,
    photoId: photo.photoId,
    guestId: photo.guestId,
    displayName: displayName,
    image: photo.image,
    width: photo.width,
    height: photo.height,
    score: photo.score,
    faces: (photo.faces || []).map((face) => face.box),
    sentAt: photo.sentAt,
    version: photo.version,
  };
}
