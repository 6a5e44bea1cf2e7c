// @ts-check
import { util } from "@aws-appsync/utils";

/** A guest's derived standing, if nobody was quicker. Without a rank key the guest leaves the ranking. The guest's own page hears it. */
/** @param {import("@aws-appsync/utils").Context} ctx */
export function request(ctx) {
  const args = ctx.args;
  const set = ["photos = :photos", "version = :next"];
  const remove = [];
  const values = {
    ":photos": args.photos,
    ":next": args.expectedVersion + 1,
    ":expected": args.expectedVersion,
  };
  for (const name of ["score", "rankKey", "photoId", "image", "faces"]) {
    if (args[name] === null || args[name] === undefined) {
      remove.push(name);
    } else {
      set.push(`${name} = :${name}`);
      values[`:${name}`] = args[name];
    }
  }
  const removal = remove.length > 0 ? ` REMOVE ${remove.join(", ")}` : "";
  return {
    operation: "UpdateItem",
    key: util.dynamodb.toMapValues({ eventId: args.eventId, guestId: args.guestId }),
    update: {
      expression: `SET ${set.join(", ")}${removal}`,
      expressionValues: util.dynamodb.toMapValues(omit(values, ":expected")),
    },
    condition: {
      expression: "version = :expected",
      expressionValues: util.dynamodb.toMapValues({ ":expected": args.expectedVersion }),
    },
  };
}

/** @param {import("@aws-appsync/utils").Context} ctx */
export function response(ctx) {
  if (ctx.error && ctx.error.type === "DynamoDB:ConditionalCheckFailedException") return { isWon: false };
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  const { eventId, guestId, version } = ctx.result;
  return { isWon: true, eventId, guestId, version };
}

function omit(values, name) {
  const rest = {};
  for (const key of Object.keys(values)) {
    if (key !== name) rest[key] = values[key];
  }
  return rest;
}
