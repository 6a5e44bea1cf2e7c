// @ts-check
import { util } from "@aws-appsync/utils";

/**
 * The term of one computation of the ladder; won when none is under way. `dueAt` names the attempt too: repeated after
 * a lost answer it wins again, or nobody would order the ladder that it won.
 */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return {
    operation: "UpdateItem",
    key: util.dynamodb.toMapValues({ eventId: ctx.args.eventId }),
    update: {
      expression: "SET ladderDueAt = :dueAt",
      expressionValues: util.dynamodb.toMapValues({ ":dueAt": ctx.args.dueAt }),
    },
    condition: {
      expression:
        "attribute_exists(eventId) AND (attribute_not_exists(ladderDueAt) OR ladderDueAt <= :now OR ladderDueAt = :own)",
      expressionValues: util.dynamodb.toMapValues({ ":now": ctx.args.now, ":own": ctx.args.dueAt }),
    },
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error && ctx.error.type === "DynamoDB:ConditionalCheckFailedException") return { isWon: false };
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { isWon: true };
}
