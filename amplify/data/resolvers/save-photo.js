// @ts-check
import { util } from "@aws-appsync/utils";

/** Writes the whole photo if nobody was quicker with another state of it (AppSync lets an equal put succeed). Hosts who watch the event hear it. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  const args = ctx.args;
  const values = {
    eventId: args.eventId,
    guestId: args.guestId,
    displayName: args.displayName,
    sentAt: args.sentAt,
    step: args.step,
    state: args.state,
    score: args.score,
    faceCount: (args.faces || []).length,
    eventState: `${args.eventId}#${args.state}`,
    version: args.expectedVersion + 1,
    expiresAt: args.expiresAt,
  };
  const optional = [
    "reason",
    "faces",
    "labels",
    "moderationLabels",
    "isModerationChecked",
    "concern",
    "missions",
    "duplicateOf",
    "decision",
    "earlierDecisions",
    "isUntold",
    "leavesAt",
    "imageSetId",
    "imageSetIndex",
    "original",
    "image",
    "width",
    "height",
    "sizeBytes",
    "contentHash",
    "lookHash",
  ];
  for (const name of optional) {
    if (args[name] !== null && args[name] !== undefined) values[name] = args[name];
  }
  if (args.contentHash) values.eventContentHash = `${args.eventId}#${args.contentHash}`;
  if (args.lookHash) values.eventLookHash = `${args.eventId}#${args.lookHash}`;
  return {
    operation: "PutItem",
    key: util.dynamodb.toMapValues({ guestKey: `${args.eventId}#${args.guestId}`, photoId: args.photoId }),
    attributeValues: util.dynamodb.toMapValues(values),
    condition:
      args.expectedVersion === 0
        ? { expression: "attribute_not_exists(photoId)" }
        : {
            expression: "version = :expected",
            expressionValues: util.dynamodb.toMapValues({ ":expected": args.expectedVersion }),
          },
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error && ctx.error.type === "DynamoDB:ConditionalCheckFailedException") return { isWon: false };
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { isWon: true, eventId: ctx.result.eventId, photo: ctx.result };
}
