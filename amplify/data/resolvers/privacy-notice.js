// @ts-check
import { util } from "@aws-appsync/utils";

/** E7: what guests may know of the event behind a join code. */
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
  const events = ctx.result.items;
  const event = events.filter((one) => one.state === "open" || one.state === "closed")[0] || events[0];
  if (!event || event.state === "erased") return null;
  return {
    title: event.title,
    language: event.language,
    contact: event.contact,
    retentionEndsAt: event.retentionEndsAt,
    keepsAgeAndGender: event.keepsAgeAndGender,
    policy: event.policy,
  };
}
