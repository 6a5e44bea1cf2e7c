// @ts-check
import { runtime, util } from "@aws-appsync/utils";

/** Step 1: of the open events whose hour has come, the two that opened last: with a second one, somebody has to choose. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return {
    operation: "Query",
    index: "byState",
    query: {
      expression: "#state = :open AND opensAt <= :now",
      expressionNames: { "#state": "state" },
      expressionValues: util.dynamodb.toMapValues({ ":open": "open", ":now": ctx.args.now }),
    },
    // Those that are over but were never closed by a host come last. Rehearsals are nobody's event.
    filter: {
      expression: "closesAt > :now AND attribute_not_exists(isRehearsal)",
      expressionValues: util.dynamodb.toMapValues({ ":now": ctx.args.now }),
    },
    scanIndexForward: false,
    limit: 100,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  const events = ctx.result.items.slice(0, 2);
  return events.length > 0 ? runtime.earlyReturn({ events }, { skipTo: "END" }) : null;
}
