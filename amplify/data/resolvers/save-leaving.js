// @ts-check
import { util } from "@aws-appsync/utils";

/** When a photo goes for good, or that it stays, if nobody was quicker. Hosts who watch the event hear it. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  const { eventId, guestId, photoId, leavesAt, expectedVersion } = ctx.args;
  const values = { ":next": expectedVersion + 1 };
  if (leavesAt) values[":leavesAt"] = leavesAt;
  return {
    operation: "UpdateItem",
    key: util.dynamodb.toMapValues({ guestKey: `${eventId}#${guestId}`, photoId: photoId }),
    update: {
      expression: leavesAt
        ? "SET version = :next, leavesAt = :leavesAt"
        : "SET version = :next REMOVE leavesAt",
      expressionValues: util.dynamodb.toMapValues(values),
    },
    condition: {
      expression: "version = :expected AND #state <> :removed",
      expressionNames: { "#state": "state" },
      expressionValues: util.dynamodb.toMapValues({ ":expected": expectedVersion, ":removed": "removed" }),
    },
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error && ctx.error.type === "DynamoDB:ConditionalCheckFailedException") return { isWon: false };
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { isWon: true, eventId: ctx.result.eventId, photo: ctx.result };
}
