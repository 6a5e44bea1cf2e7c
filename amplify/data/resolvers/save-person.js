// @ts-check
import { util } from "@aws-appsync/utils";

/**
 * Where a LINE user plays and in which language, unless a later join code has led elsewhere. Who plays somewhere goes on
 * playing there.
 */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  const joinedAt = ctx.args.joinedAt || 0;
  const values = { language: ctx.args.language, joinedAt: joinedAt };
  if (ctx.args.eventId) values.eventId = ctx.args.eventId;
  if (ctx.args.formerEventId) values.formerEventId = ctx.args.formerEventId;
  if (ctx.args.seenAt) values.seenAt = ctx.args.seenAt;
  if (ctx.args.displayName) values.displayName = ctx.args.displayName;
  return {
    operation: "PutItem",
    key: util.dynamodb.toMapValues({ lineUserId: ctx.args.lineUserId }),
    attributeValues: util.dynamodb.toMapValues(values),
    condition: {
      expression: ctx.args.eventId
        ? "attribute_not_exists(joinedAt) OR joinedAt <= :joinedAt"
        : "attribute_not_exists(eventId) AND (attribute_not_exists(joinedAt) OR joinedAt <= :joinedAt)",
      expressionValues: util.dynamodb.toMapValues({ ":joinedAt": joinedAt }),
    },
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  // Not an error: the person is where the later code led.
  if (ctx.error && ctx.error.type !== "DynamoDB:ConditionalCheckFailedException") {
    util.error(ctx.error.message, ctx.error.type);
  }
  return ctx.result;
}
