// @ts-check
import { util } from "@aws-appsync/utils";

const DAY_MS = 86400000;

/** A new event, open from `opensAt`, with a random address for its board. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  const args = ctx.args;
  const title = args.title.trim();
  if (title === "" || title.length > 100) util.error("title: 1 to 100 characters", "BadInput");
  if (args.closesAt <= args.opensAt) util.error("closesAt must be later than opensAt", "BadInput");
  const language = args.language || "ja";
  if (!["ja", "en", "zh-Hant"].includes(language)) util.error("language: ja, en or zh-Hant", "BadInput");
  const policy = args.policy || "show-first";
  if (!["show-first", "review-first"].includes(policy)) {
    util.error("policy: show-first or review-first", "BadInput");
  }
  const moderation = args.moderation || "assist";
  if (!["off", "assist", "enforce"].includes(moderation)) {
    util.error("moderation: off, assist or enforce", "BadInput");
  }
  const retentionEndsAt = args.retentionEndsAt || args.closesAt + 90 * DAY_MS;
  if (retentionEndsAt < args.closesAt) util.error("retentionEndsAt must not be before closesAt", "BadInput");
  return {
    operation: "PutItem",
    key: util.dynamodb.toMapValues({ eventId: util.autoId() }),
    attributeValues: util.dynamodb.toMapValues({
      boardId: util.autoId(),
      title: title,
      language: language,
      theme: args.theme || "hall-dark",
      state: "open",
      opensAt: args.opensAt,
      closesAt: args.closesAt,
      retentionEndsAt: retentionEndsAt,
      policy: policy,
      moderation: moderation,
      keepsAgeAndGender: args.keepsAgeAndGender || false,
      stage: { name: "ranking", version: 1 },
      version: 1,
    }),
    condition: { expression: "attribute_not_exists(eventId)" },
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.result;
}
