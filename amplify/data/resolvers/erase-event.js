// @ts-check
import { util } from "@aws-appsync/utils";

/** K12: what remains of an event. The stage held guests, the words names; addresses lead nowhere any more. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  const { eventId, address } = ctx.args;
  const gone = "contact, #rules, formerRules, rulesJobId, ladder, ladderDueAt, attempt";
  return {
    operation: "UpdateItem",
    key: util.dynamodb.toMapValues({ eventId: eventId }),
    update: {
      expression: `SET #state = :erased, boardId = :address, joinCode = :address, nameWords = :none, stage = :stage, version = version + :one REMOVE ${gone}`,
      // Words of DynamoDB's own.
      expressionNames: { "#state": "state", "#rules": "rules" },
      expressionValues: util.dynamodb.toMapValues({
        ":erased": "erased",
        ":address": address,
        ":none": [],
        ":stage": { name: "join", version: 1 },
        ":one": 1,
      }),
    },
    condition: {
      expression: "#state = :erasing OR #state = :erased",
      expressionNames: { "#state": "state" },
      expressionValues: util.dynamodb.toMapValues({ ":erasing": "erasing", ":erased": "erased" }),
    },
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error && ctx.error.type === "DynamoDB:ConditionalCheckFailedException") return { isWon: false };
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { isWon: true, eventId: ctx.args.eventId, event: ctx.result };
}
