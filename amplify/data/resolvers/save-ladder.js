// @ts-check
import { util } from "@aws-appsync/utils";

/** The newest ladder; one that was computed earlier never replaces a later one. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  const args = ctx.args;
  return {
    operation: "UpdateItem",
    key: util.dynamodb.toMapValues({ eventId: args.eventId }),
    update: {
      expression: "SET ladder = :ladder",
      expressionValues: util.dynamodb.toMapValues({
        ":ladder": {
          rungs: args.rungs,
          guests: args.guests,
          photos: args.photos,
          computedAt: args.computedAt,
        },
      }),
    },
    condition: {
      expression:
        "attribute_exists(eventId) AND (attribute_not_exists(ladder) OR ladder.computedAt < :computedAt)",
      expressionValues: util.dynamodb.toMapValues({ ":computedAt": args.computedAt }),
    },
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error && ctx.error.type === "DynamoDB:ConditionalCheckFailedException") return { isWon: false };
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { isWon: true };
}
