// @ts-check
import { util } from "@aws-appsync/utils";

/**
 * Records that something was received or answered. Only the first attempt wins, and repeating it wins again: AppSync
 * lets a put succeed that finds just what it wanted to write, so `kind` must name the attempt.
 */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  const args = ctx.args;
  return {
    operation: "PutItem",
    key: util.dynamodb.toMapValues({ deliveryId: args.deliveryId }),
    attributeValues: util.dynamodb.toMapValues({
      kind: args.kind,
      recordedAt: args.recordedAt,
      expiresAt: args.expiresAt,
    }),
    condition: { expression: "attribute_not_exists(deliveryId)" },
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error && ctx.error.type === "DynamoDB:ConditionalCheckFailedException") return { isWon: false };
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { isWon: true };
}
