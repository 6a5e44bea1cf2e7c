// @ts-check
import { util } from "@aws-appsync/utils";

/**
 * A host's word about a photo, if no other host has spoken meanwhile; what follows from it is the worker's business. The
 * same entry of the trail is the same attempt once more: it wins again.
 */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  const decision = ctx.args.decision;
  const isFirst = decision.count === 1;
  const untouched = isFirst ? "attribute_not_exists(decision)" : "decision.#count = :seen";
  const values = { ":attempt": decision.entryId, ":removed": "removed" };
  if (!isFirst) values[":seen"] = decision.count - 1;
  const names = { "#state": "state" };
  if (!isFirst) names["#count"] = "count";
  return {
    operation: "UpdateItem",
    key: util.dynamodb.toMapValues({
      guestKey: `${ctx.args.eventId}#${ctx.args.guestId}`,
      photoId: ctx.args.photoId,
    }),
    update: {
      expression: "SET decision = :decision, earlierDecisions = :earlier ADD version :one",
      expressionValues: util.dynamodb.toMapValues({
        ":decision": decision,
        ":earlier": ctx.args.earlierDecisions,
        ":one": 1,
      }),
    },
    condition: {
      expression: `attribute_exists(photoId) AND #state <> :removed AND (${untouched} OR decision.entryId = :attempt)`,
      expressionNames: names,
      expressionValues: util.dynamodb.toMapValues(values),
    },
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error && ctx.error.type === "DynamoDB:ConditionalCheckFailedException") return { isWon: false };
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { isWon: true, eventId: ctx.result.eventId, photo: ctx.result };
}
