// @ts-check
import { util } from "@aws-appsync/utils";

/** V3, C4: happiness of a smile, 0–100. */
const SMILE = 60;

/** A page of all photos of an event, newest first, with what numbers are made of instead of everything that was read. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return {
    operation: "Query",
    index: "byEvent",
    query: {
      expression: "eventId = :eventId",
      expressionValues: util.dynamodb.toMapValues({ ":eventId": ctx.args.eventId }),
    },
    projection: {
      expression:
        "photoId, guestId, displayName, sentAt, #state, reason, score, faceCount, faces, missions, version",
      expressionNames: { "#state": "state" },
    },
    scanIndexForward: false,
    limit: 200,
    nextToken: ctx.args.nextToken,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { photos: ctx.result.items.map((photo) => toNumbers(photo)), nextToken: ctx.result.nextToken };
}

function toNumbers(photo) {
  const sums = {};
  let smiles = 0;
  const faces = photo.faces || [];
  for (const face of faces) {
    for (const emotion of face.emotions) {
      const confidence = Math.min(100, Math.max(0, emotion.confidence));
      sums[emotion.type] = (sums[emotion.type] || 0) + confidence;
      if (emotion.type === "HAPPY" && confidence >= SMILE) smiles += 1;
    }
  }
  const emotions = {};
  for (const type of Object.keys(sums)) emotions[type] = Math.round((sums[type] / faces.length) * 100) / 100;
  return {
    photoId: photo.photoId,
    guestId: photo.guestId,
    displayName: photo.displayName,
    sentAt: photo.sentAt,
    state: photo.state,
    reason: photo.reason,
    score: photo.score,
    faceCount: photo.faceCount,
    smiles: smiles,
    missions: photo.missions || [],
    faces: faces.map((face) => ({ box: face.box, confidence: face.confidence })),
    emotions: emotions,
    version: photo.version,
  };
}
