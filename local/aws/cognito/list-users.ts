import * as z from "zod";
import { parseInput } from "../gateway/parse-input.ts";
import { adminPool, invalid } from "./context.ts";
import type { Operation } from "./context.ts";
import { page, pageSchema } from "./page.ts";
import type { User } from "./pool-state.ts";
import { userView } from "./user-view.ts";

const schema = z.object({
  UserPoolId: z.string(),
  Filter: z.string().default(""),
  AttributesToGet: z.array(z.string()).optional(),
  Limit: pageSchema.Limit,
  PaginationToken: z.string().optional(),
});

export const listUsers: Operation = (context, input, caller) => {
  const request = parseInput(schema, input, "InvalidParameterException");
  const pool = adminPool(context, "ListUsers", request.UserPoolId, caller);
  const found = pool.users.filter(userFilter(request.Filter));
  const { items, NextToken } = page(found, { Limit: request.Limit, NextToken: request.PaginationToken });
  const { AttributesToGet: wanted } = request;
  const Users = items.map(userView).map((view) => ({
    ...view,
    Attributes: view.Attributes.filter(({ Name }) => wanted === undefined || wanted.includes(Name)),
  }));
  return { Users, ...(NextToken && { PaginationToken: NextToken }) };
};

/** `email = "a@example.com"` or, by the beginning, `email ^= "a"`. */
function userFilter(filter: string): (user: User) => boolean {
  if (filter.trim() === "") return () => true;
  const [, name, operator, wanted] = /^\s*"?([\w:]+)"?\s*(\^?=)\s*"((?:[^"\\]|\\.)*)"\s*$/.exec(filter) ?? [];
  if (name === undefined || wanted === undefined) throw invalid("Error while parsing filter");
  const sought = wanted.replace(/\\(.)/g, "$1");
  return (user) => {
    const value = valueOf(user, name);
    return operator === "=" ? value === sought : (value?.startsWith(sought) ?? false);
  };
}

function valueOf(user: User, name: string): string | undefined {
  switch (name) {
    case "username":
      return user.username;
    case "status":
      return user.enabled ? "Enabled" : "Disabled";
    case "cognito:user_status":
      return user.status;
    default:
      return user.attributes[name];
  }
}
