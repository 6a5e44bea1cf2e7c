// @ts-check
import { util } from "@aws-appsync/utils";

/** The event that guests join by a code, unless it is archived or deleted. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return {
    operation: "Query",
    index: "byJoinCode",
    query: {
      expression: "joinCode = :joinCode",
      expressionValues: util.dynamodb.toMapValues({ ":joinCode": ctx.args.joinCode }),
    },
    limit: 5,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.result.items.filter((event) => event.state === "open" || event.state === "closed")[0];
}
