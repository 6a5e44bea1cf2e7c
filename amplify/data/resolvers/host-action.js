// @ts-check
import { util } from "@aws-appsync/utils";

/** What a host orders, done by a function; the field's name says what. A refusal is an error that a host can act on. */
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
  if (ctx.error) util.error("This could not be done. Please try again.", "HostActionFault");
  // A refusal has words; an action that was done lists under `refused` what it could not do.
  if (ctx.result.words) util.error(ctx.result.words, ctx.result.refused);
  return ctx.result;
}
