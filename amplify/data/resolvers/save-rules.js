// @ts-check
import { util } from "@aws-appsync/utils";

/**
 * An event's rules, if nobody changed the event meanwhile. The job's id names the attempt too: repeated after a lost
 * answer it wins again, and writes the same once more.
 */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  const args = ctx.args;
  const set = ["#rules = :rules", "rulesJobId = :job", "version = :next"];
  const values = { ":rules": args.rules, ":job": args.rulesJobId, ":next": args.expectedVersion + 1 };
  const hasFormer = args.formerRules !== null && args.formerRules !== undefined;
  if (hasFormer) {
    set.push("formerRules = :former");
    values[":former"] = args.formerRules;
  }
  return {
    operation: "UpdateItem",
    key: util.dynamodb.toMapValues({ eventId: args.eventId }),
    update: {
      expression: `SET ${set.join(", ")}${hasFormer ? "" : " REMOVE formerRules"}`,
      // A word of DynamoDB's own.
      expressionNames: { "#rules": "rules" },
      expressionValues: util.dynamodb.toMapValues(values),
    },
    condition: {
      expression: "version = :expected OR (version = :own AND rulesJobId = :attempt)",
      expressionValues: util.dynamodb.toMapValues({
        ":expected": args.expectedVersion,
        ":own": args.expectedVersion + 1,
        ":attempt": args.rulesJobId,
      }),
    },
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error && ctx.error.type === "DynamoDB:ConditionalCheckFailedException") return { isWon: false };
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { isWon: true, eventId: ctx.args.eventId, event: ctx.result };
}
