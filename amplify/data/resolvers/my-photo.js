// @ts-check
import { runtime, util } from "@aws-appsync/utils";

/** Last step: how many guests stand above, for the place; and the photo as its own guest sees it. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  const guest = ctx.stash.guest;
  if (!guest.rankKey) return runtime.earlyReturn(toMyPhoto(ctx.stash, null));
  return {
    operation: "Query",
    index: "byRank",
    query: {
      // "~" sorts behind "#": only better scores are counted, a tie shares the place.
      expression: "eventId = :eventId AND rankKey > :own",
      expressionValues: util.dynamodb.toMapValues({
        ":eventId": guest.eventId,
        ":own": `${guest.rankKey.split("#")[0]}~`,
      }),
    },
    limit: 100,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  const above = ctx.result.items.length;
  return toMyPhoto(ctx.stash, ctx.result.nextToken ? placeOnLadder(ctx.stash, above) : above + 1);
}

function placeOnLadder(stash, above) {
  let place = above + 1;
  if (!stash.event.ladder) return place;
  for (const rung of stash.event.ladder.rungs) {
    if (rung.score > stash.guest.score && rung.place + 1 > place) place = rung.place + 1;
  }
  return place;
}

function toMyPhoto(stash, place) {
  const photo = stash.photo;
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
    place: place,
    sentAt: photo.sentAt,
    version: photo.version,
  };
}
