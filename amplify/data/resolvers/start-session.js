// @ts-check
import { util } from "@aws-appsync/utils";

/** LINE's ID token for the guest's own session; a refusal is an error that names its reason and nothing else. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return { operation: "Invoke", payload: { idToken: ctx.args.idToken, photoId: ctx.args.photoId } };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error("The session could not be started.", "SessionFault");
  if (ctx.result.refused) util.error(ctx.result.refused, "SessionRefused");
  return ctx.result;
}
