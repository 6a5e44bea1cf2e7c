// @ts-check
import { util } from "@aws-appsync/utils";

/** Whether any photo of an event is in a state. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  const eventState = `${ctx.args.eventId}#${ctx.args.state}`;
  return {
    operation: "Query",
    index: "byState",
    query: {
      expression: "eventState = :eventState",
      expressionValues: util.dynamodb.toMapValues({ ":eventState": eventState }),
    },
    projection: { expression: "photoId" },
    limit: 1,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.result.items.length > 0;
}
