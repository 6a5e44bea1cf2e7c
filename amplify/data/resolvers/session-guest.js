// @ts-check
import { util } from "@aws-appsync/utils";

/** Step 1: the guest of the session, read anew because authorizer answers are cached. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  return {
    operation: "GetItem",
    key: util.dynamodb.toMapValues({
      eventId: ctx.identity.resolverContext.eventId,
      guestId: ctx.identity.resolverContext.guestId,
    }),
    consistentRead: true,
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  const guest = ctx.result;
  if (!guest || guest.bannedAt || guest.erasedAt) util.unauthorized();
  const issuedAt = +ctx.identity.resolverContext.issuedAt;
  if (guest.sessionsRevokedAt && issuedAt <= guest.sessionsRevokedAt) util.unauthorized();
  ctx.stash.guest = guest;
  return guest;
}
