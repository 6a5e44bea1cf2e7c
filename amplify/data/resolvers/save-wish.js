// @ts-check
import { util } from "@aws-appsync/utils";

/** What guests decide about themselves, if nobody was quicker. Hosts who watch the event hear it. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  const { eventId, guestId, expectedVersion, displayName, heldName, language, isOffScreen } = ctx.args;
  const values = {
    ":displayName": displayName,
    ":language": language,
    ":isOffScreen": isOffScreen,
    ":next": expectedVersion + 1,
  };
  if (heldName) values[":heldName"] = heldName;
  const names = "displayName = :displayName, #language = :language, isOffScreen = :isOffScreen";
  const held = heldName ? ", heldName = :heldName" : " REMOVE heldName";
  return {
    operation: "UpdateItem",
    key: util.dynamodb.toMapValues({ eventId: eventId, guestId: guestId }),
    update: {
      expression: `SET ${names}, version = :next${held}`,
      expressionNames: { "#language": "language" },
      expressionValues: util.dynamodb.toMapValues(values),
    },
    condition: {
      expression: "version = :expected",
      expressionValues: util.dynamodb.toMapValues({ ":expected": expectedVersion }),
    },
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error && ctx.error.type === "DynamoDB:ConditionalCheckFailedException") return { isWon: false };
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { isWon: true, eventId: ctx.result.eventId, guest: ctx.result };
}
