// @ts-check
import { util } from "@aws-appsync/utils";

/** The earliest photos of an event with the same look. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return {
    operation: "Query",
    index: "byLook",
    query: {
      expression: "eventLookHash = :hash",
      expressionValues: util.dynamodb.toMapValues({ ":hash": `${ctx.args.eventId}#${ctx.args.lookHash}` }),
    },
    limit: 20,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { photos: ctx.result.items };
}
