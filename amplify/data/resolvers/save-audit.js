// @ts-check
import { util } from "@aws-appsync/utils";

/** One entry of the trail. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  const args = ctx.args;
  const values = { actor: args.actor, action: args.action, subject: args.subject };
  for (const name of ["before", "after"]) {
    if (args[name] !== null && args[name] !== undefined) values[name] = args[name];
  }
  return {
    operation: "PutItem",
    key: util.dynamodb.toMapValues({ eventId: args.eventId, entryId: args.entryId }),
    attributeValues: util.dynamodb.toMapValues(values),
    condition: { expression: "attribute_not_exists(entryId)" },
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error && ctx.error.type === "DynamoDB:ConditionalCheckFailedException") return { isWon: false };
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { isWon: true };
}
