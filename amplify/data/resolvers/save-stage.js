// @ts-check
import { util } from "@aws-appsync/utils";

/** The next stage, if nobody changed it meanwhile. Repeated, the same attempt wins again and writes the same. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  const args = ctx.args;
  const stage = { name: args.name, version: args.expectedVersion + 1, attempt: args.attempt };
  for (const name of ["step", "takesUntil", "result", "skipped", "alternates", "startedAt", "awards"]) {
    if (args[name] !== null && args[name] !== undefined) stage[name] = args[name];
  }
  return {
    operation: "UpdateItem",
    key: util.dynamodb.toMapValues({ eventId: args.eventId }),
    update: {
      expression: "SET stage = :stage",
      expressionValues: util.dynamodb.toMapValues({ ":stage": stage }),
    },
    condition: {
      expression: "stage.version = :expected OR (stage.version = :own AND stage.attempt = :attempt)",
      expressionValues: util.dynamodb.toMapValues({
        ":expected": args.expectedVersion,
        ":own": args.expectedVersion + 1,
        ":attempt": args.attempt,
      }),
    },
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error && ctx.error.type === "DynamoDB:ConditionalCheckFailedException") return { isWon: false };
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { isWon: true };
}
