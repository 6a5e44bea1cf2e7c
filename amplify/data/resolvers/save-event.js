// @ts-check
import { util } from "@aws-appsync/utils";

const settings = [
  "boardId",
  "joinCode",
  "title",
  "language",
  "theme",
  "state",
  "opensAt",
  "closesAt",
  "retentionEndsAt",
  "policy",
  "moderation",
  "keepsAgeAndGender",
  "allowsPaidMessages",
  "contact",
  "hasSpotlight",
  "hasCornerQr",
  "hasSound",
  "nameWords",
];

/**
 * An event's settings, if nobody changed the event meanwhile, or a new event. Repeated after a lost answer the same
 * attempt wins again, and writes the same once more.
 */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  const args = ctx.args;
  const isNew = args.expectedVersion === 0;
  const set = ["version = :next", "attempt = :by"];
  const names = {};
  const values = { ":next": args.expectedVersion + 1, ":by": args.attempt };
  for (const name of settings) {
    set.push(`#${name} = :${name}`);
    names[`#${name}`] = name;
    values[`:${name}`] = args[name];
  }
  if (isNew) {
    set.push("stage = if_not_exists(stage, :stage)");
    values[":stage"] = { name: "ranking", version: 1 };
  }
  if (isNew && args.rules) {
    set.push("#rules = :rules");
    names["#rules"] = "rules";
    values[":rules"] = args.rules;
  }
  if (isNew && args.isRehearsal) {
    set.push("isRehearsal = :isRehearsal");
    values[":isRehearsal"] = true;
  }
  const unchanged = isNew ? "attribute_not_exists(eventId)" : "version = :expected";
  const known = { ":own": args.expectedVersion + 1, ":attempt": args.attempt };
  if (!isNew) known[":expected"] = args.expectedVersion;
  return {
    operation: "UpdateItem",
    key: util.dynamodb.toMapValues({ eventId: args.eventId }),
    update: {
      expression: `SET ${set.join(", ")}`,
      expressionNames: names,
      expressionValues: util.dynamodb.toMapValues(values),
    },
    condition: {
      expression: `${unchanged} OR (version = :own AND attempt = :attempt)`,
      expressionValues: util.dynamodb.toMapValues(known),
    },
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error && ctx.error.type === "DynamoDB:ConditionalCheckFailedException") return { isWon: false };
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { isWon: true, eventId: ctx.args.eventId, event: ctx.result };
}
