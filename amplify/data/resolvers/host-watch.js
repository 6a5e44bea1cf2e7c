// @ts-check
import { util } from "@aws-appsync/utils";

/** What a host asks about the machinery, answered by a function; the field's name says what. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return {
    operation: "Invoke",
    payload: {
      action: ctx.info.fieldName,
      args: ctx.args,
      actor: ctx.identity.sub,
      username: ctx.identity.username,
    },
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error("This could not be found out. Please try again.", "HostWatchFault");
  return ctx.result;
}
