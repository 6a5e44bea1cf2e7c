// @ts-check
import { util } from "@aws-appsync/utils";

/**
 * What hosts decide about a guest, if nobody changed the guest meanwhile. The same entry of the trail is the same attempt
 * once more: it wins again.
 */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  const args = ctx.args;
  const set = ["decision = :decision", "version = :next"];
  const remove = [];
  const values = { ":decision": args.decision, ":next": args.expectedVersion + 1 };
  for (const name of ["displayName", "isNamedByHost", "heldName", "reading", "isExcluded", "bannedAt"]) {
    if (args[name] === null || args[name] === undefined) {
      remove.push(name);
    } else {
      set.push(`${name} = :${name}`);
      values[`:${name}`] = args[name];
    }
  }
  const removal = remove.length > 0 ? ` REMOVE ${remove.join(", ")}` : "";
  return {
    operation: "UpdateItem",
    key: util.dynamodb.toMapValues({ eventId: args.eventId, guestId: args.guestId }),
    update: {
      expression: `SET ${set.join(", ")}${removal}`,
      expressionValues: util.dynamodb.toMapValues(values),
    },
    condition: {
      expression: "version = :expected OR (version = :own AND decision.entryId = :attempt)",
      expressionValues: util.dynamodb.toMapValues({
        ":expected": args.expectedVersion,
        ":own": args.expectedVersion + 1,
        ":attempt": args.decision.entryId,
      }),
    },
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error && ctx.error.type === "DynamoDB:ConditionalCheckFailedException") return { isWon: false };
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { isWon: true, eventId: ctx.result.eventId, guest: ctx.result };
}
