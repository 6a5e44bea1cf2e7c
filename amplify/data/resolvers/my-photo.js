// @ts-check
import { util } from "@aws-appsync/utils";

/** Last step: a photo as its own guest sees it; the key itself keeps others' photos out. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return {
    operation: "GetItem",
    key: util.dynamodb.toMapValues({
      guestKey: `${ctx.stash.guest.eventId}#${ctx.stash.guest.guestId}`,
      photoId: ctx.args.photoId,
    }),
    consistentRead: true,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.result ? toMyPhoto(ctx.result, ctx.stash) : null;
}

function toMyPhoto(photo, stash) {
  const rules = stash.event.rules || {};
  const met = photo.missions || [];
  return {
    photoId: photo.photoId,
    boardId: stash.event.boardId,
    eventTitle: stash.event.title,
    language: stash.guest.language,
    displayName: stash.guest.displayName,
    state: photo.state,
    reason: photo.reason,
    score: photo.score,
    faces: photo.faces || [],
    scoring: rules.scoring || {},
    standing: rules.standing || "best",
    labels: photo.labels || [],
    missions: (rules.missions || []).map((mission) => ({
      missionId: mission.missionId,
      title: mission.title,
      isMet: met.includes(mission.missionId),
    })),
    // While a photo is being hidden its row still names the copies that are to be taken away.
    image: photo.state === "shown" ? photo.image : null,
    width: photo.width,
    height: photo.height,
    place: stash.place,
    sentAt: photo.sentAt,
    leavesAt: photo.leavesAt,
    version: photo.version,
  };
}
