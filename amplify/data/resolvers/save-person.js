// @ts-check
import { util } from "@aws-appsync/utils";

/** The newest word on where a LINE user plays and in which language. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  const values = { language: ctx.args.language };
  if (ctx.args.eventId) values.eventId = ctx.args.eventId;
  if (ctx.args.displayName) values.displayName = ctx.args.displayName;
  return {
    operation: "PutItem",
    key: util.dynamodb.toMapValues({ lineUserId: ctx.args.lineUserId }),
    attributeValues: util.dynamodb.toMapValues(values),
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.result;
}
