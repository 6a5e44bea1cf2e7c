// @ts-check
import { util } from "@aws-appsync/utils";

/** What hosts decide about a guest, if no other host has decided meanwhile. The same entry of the trail is the same attempt once more. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  const args = ctx.args;
  const decision = args.decision;
  const isFirst = decision.count === 1;
  const set = ["decision = :decision"];
  const remove = [];
  const values = { ":decision": decision, ":one": 1 };
  for (const name of ["displayName", "isNamedByHost", "heldName", "reading", "isExcluded", "bannedAt"]) {
    if (args[name] === null || args[name] === undefined) {
      remove.push(name);
    } else {
      set.push(`${name} = :${name}`);
      values[`:${name}`] = args[name];
    }
  }
  const removal = remove.length > 0 ? ` REMOVE ${remove.join(", ")}` : "";
  const condition = isFirst
    ? {
        expression:
          "attribute_exists(guestId) AND (attribute_not_exists(decision) OR decision.entryId = :attempt)",
        expressionValues: util.dynamodb.toMapValues({ ":attempt": decision.entryId }),
      }
    : {
        expression: "attribute_exists(guestId) AND (decision.#count = :seen OR decision.entryId = :attempt)",
        expressionNames: { "#count": "count" },
        expressionValues: util.dynamodb.toMapValues({
          ":attempt": decision.entryId,
          ":seen": decision.count - 1,
        }),
      };
  return {
    operation: "UpdateItem",
    key: util.dynamodb.toMapValues({ eventId: args.eventId, guestId: args.guestId }),
    update: {
      expression: `SET ${set.join(", ")}${removal} ADD version :one`,
      expressionValues: util.dynamodb.toMapValues(values),
    },
    condition: condition,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error && ctx.error.type === "DynamoDB:ConditionalCheckFailedException") return { isWon: false };
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { isWon: true, eventId: ctx.result.eventId, guest: ctx.result };
}
