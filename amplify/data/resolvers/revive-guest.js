// @ts-check
import { util } from "@aws-appsync/utils";

/** Somebody who left is welcomed anew, if nobody was quicker and no host has said otherwise. Hosts who watch the event hear it. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  const args = ctx.args;
  const values = {
    ":lineUserId": args.lineUserId,
    ":displayName": args.displayName,
    ":language": args.language,
    ":next": args.expectedVersion + 1,
  };
  if (args.heldName) values[":heldName"] = args.heldName;
  const held = args.heldName ? ", heldName = :heldName" : "";
  return {
    operation: "UpdateItem",
    key: util.dynamodb.toMapValues({ eventId: args.eventId, guestId: args.guestId }),
    update: {
      expression: `SET lineUserId = :lineUserId, displayName = :displayName, #language = :language, version = :next${held} REMOVE erasedAt`,
      expressionNames: { "#language": "language" },
      expressionValues: util.dynamodb.toMapValues(values),
    },
    condition: {
      expression: "version = :expected AND attribute_exists(erasedAt) AND attribute_not_exists(bannedAt)",
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
