import * as z from "zod";
import { parseInput } from "../gateway/parse-input.ts";
import { AwsError } from "../service.ts";
import { adminPool } from "./context.ts";
import type { Context, Operation } from "./context.ts";
import { page, pageSchema } from "./page.ts";
import type { User } from "./pool-state.ts";
import { groupView, userView } from "./user-view.ts";

const poolSchema = z.object({ UserPoolId: z.string() });
const memberSchema = poolSchema.extend({ Username: z.string(), GroupName: z.string() });

const createSchema = poolSchema.extend({
  GroupName: z.string().min(1).max(128),
  Description: z.string().optional(),
  Precedence: z.number().int().min(0).optional(),
  RoleArn: z.string().optional(),
});

export const createGroup: Operation = (context, input, caller) => {
  const request = parseInput(createSchema, input, "InvalidParameterException");
  const pool = adminPool(context, "CreateGroup", request.UserPoolId, caller);
  if (pool.groups.some(({ name }) => name === request.GroupName)) {
    throw new AwsError("GroupExistsException", "A group with the name already exists.");
  }
  const group = pool.addGroup({
    name: request.GroupName,
    ...(request.Description !== undefined && { description: request.Description }),
    ...(request.Precedence !== undefined && { precedence: request.Precedence }),
    ...(request.RoleArn !== undefined && { roleArn: request.RoleArn }),
  });
  pool.save();
  return { Group: groupView(pool.id, group) };
};

function changeMembership(operation: string, apply: (user: User, groupName: string) => void): Operation {
  return (context: Context, input, caller) => {
    const request = parseInput(memberSchema, input, "InvalidParameterException");
    const pool = adminPool(context, operation, request.UserPoolId, caller);
    const { name } = pool.group(request.GroupName);
    apply(pool.user(request.Username), name);
    pool.save();
    return undefined; // an empty body, as Cognito answers here
  };
}

export const adminAddUserToGroup = changeMembership("AdminAddUserToGroup", (user, name) => {
  if (!user.groups.includes(name)) user.groups.push(name);
});

export const adminRemoveUserFromGroup = changeMembership("AdminRemoveUserFromGroup", (user, name) => {
  user.groups = user.groups.filter((group) => group !== name);
});

const groupsOfSchema = poolSchema.extend({ Username: z.string(), ...pageSchema });

export const adminListGroupsForUser: Operation = (context, input, caller) => {
  const request = parseInput(groupsOfSchema, input, "InvalidParameterException");
  const pool = adminPool(context, "AdminListGroupsForUser", request.UserPoolId, caller);
  const { items, NextToken } = page(pool.groupsOf(pool.user(request.Username)), request);
  return { Groups: items.map((group) => groupView(pool.id, group)), ...(NextToken && { NextToken }) };
};

export const listGroups: Operation = (context, input, caller) => {
  const request = parseInput(poolSchema.extend(pageSchema), input, "InvalidParameterException");
  const pool = adminPool(context, "ListGroups", request.UserPoolId, caller);
  const { items, NextToken } = page(pool.groups, request);
  return { Groups: items.map((group) => groupView(pool.id, group)), ...(NextToken && { NextToken }) };
};

const membersSchema = poolSchema.extend({ GroupName: z.string(), ...pageSchema });

export const listUsersInGroup: Operation = (context, input, caller) => {
  const request = parseInput(membersSchema, input, "InvalidParameterException");
  const pool = adminPool(context, "ListUsersInGroup", request.UserPoolId, caller);
  const { name } = pool.group(request.GroupName);
  const members = pool.users.filter(({ groups }) => groups.includes(name));
  const { items, NextToken } = page(members, request);
  return { Users: items.map(userView), ...(NextToken && { NextToken }) };
};
