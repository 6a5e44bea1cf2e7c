// @ts-check
import { util } from "@aws-appsync/utils";

/** Writes the whole job if nobody was quicker: progress only goes forward. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  const args = ctx.args;
  const values = {
    eventId: args.eventId,
    kind: args.kind,
    state: args.state,
    done: args.done,
    startedAt: args.startedAt,
    movedAt: args.movedAt,
    version: args.expectedVersion + 1,
    expiresAt: args.expiresAt,
  };
  for (const name of ["total", "lastGuestId", "bytes", "report"]) {
    if (args[name] !== null && args[name] !== undefined) values[name] = args[name];
  }
  return {
    operation: "PutItem",
    key: util.dynamodb.toMapValues({ jobId: args.jobId }),
    attributeValues: util.dynamodb.toMapValues(values),
    condition:
      args.expectedVersion === 0
        ? { expression: "attribute_not_exists(jobId)" }
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
  return { isWon: true };
}
