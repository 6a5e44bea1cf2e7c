// @ts-check
import { util } from "@aws-appsync/utils";

/** One entry of the trail; one that is done never changes. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  const args = ctx.args;
  const values = {
    actor: args.actor,
    actorName: args.actorName,
    action: args.action,
    subject: args.subject,
    isDone: args.isDone,
  };
  for (const name of ["before", "after", "undoes"]) {
    if (args[name] !== null && args[name] !== undefined) values[name] = args[name];
  }
  return {
    operation: "PutItem",
    key: util.dynamodb.toMapValues({ eventId: args.eventId, entryId: args.entryId }),
    attributeValues: util.dynamodb.toMapValues(values),
    condition: {
      expression: "attribute_not_exists(entryId) OR isDone = :open",
      expressionValues: util.dynamodb.toMapValues({ ":open": false }),
    },
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error && ctx.error.type === "DynamoDB:ConditionalCheckFailedException") return { isWon: false };
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { isWon: true, eventId: ctx.result.eventId, entry: ctx.result };
}
