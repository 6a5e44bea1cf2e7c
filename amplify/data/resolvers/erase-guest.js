// @ts-check
import { util } from "@aws-appsync/utils";

/** What hosts decided stays, and that there was somebody; all else of a guest goes. Hosts who watch the event hear it. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  const args = ctx.args;
  const personal = "heldName, isNamedByHost, reading, consentedAt, isOffScreen";
  const standing = "score, rankKey, photoId, image, faces";
  const who = args.isForgotten ? ", lineUserId" : "";
  const times = "erasedAt = :erasedAt, sessionsRevokedAt = :erasedAt, leftAt = :leftAt";
  return {
    operation: "UpdateItem",
    key: util.dynamodb.toMapValues({ eventId: args.eventId, guestId: args.guestId }),
    update: {
      expression: `SET displayName = :displayName, #language = :language, ${times}, photos = :none, version = :next REMOVE ${personal}, ${standing}${who}`,
      expressionNames: { "#language": "language" },
      expressionValues: util.dynamodb.toMapValues({
        ":displayName": args.displayName,
        ":language": args.language,
        ":erasedAt": args.erasedAt,
        ":leftAt": args.leftAt,
        ":none": 0,
        ":next": args.expectedVersion + 1,
      }),
    },
    condition:
      args.expectedVersion === 0
        ? { expression: "attribute_not_exists(guestId)" }
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
  return { isWon: true, eventId: ctx.result.eventId, guest: ctx.result };
}
