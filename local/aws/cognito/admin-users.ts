import { randomUUID } from "node:crypto";
import * as z from "zod";
import { parseInput } from "../gateway/parse-input.ts";
import { AwsError } from "../service.ts";
import { adminPool, invalid } from "./context.ts";
import type { Context, Operation } from "./context.ts";
import { sendResetCode } from "./forgot-password.ts";
import { checkPassword, randomPassword } from "./password-policy.ts";
import type { Pool } from "./pool.ts";
import type { User } from "./pool-state.ts";
import { createVerifier } from "./srp.ts";
import { attributeList, userView } from "./user-view.ts";

const userSchema = z.object({ UserPoolId: z.string(), Username: z.string().min(1) });

const createSchema = userSchema.extend({
  TemporaryPassword: z.string().optional(),
  MessageAction: z.enum(["SUPPRESS", "RESEND"]).optional(),
  UserAttributes: z.array(z.object({ Name: z.string(), Value: z.string().default("") })).default([]),
});
type CreateRequest = z.infer<typeof createSchema>;

export const adminCreateUser: Operation = (context, input, caller) => {
  const request = parseInput(createSchema, input, "InvalidParameterException");
  const pool = adminPool(context, "AdminCreateUser", request.UserPoolId, caller);
  const password = request.TemporaryPassword ?? randomPassword(pool.policy);
  checkPassword(pool.policy, password);
  const user = request.MessageAction === "RESEND" ? invited(pool, request) : newUser(context, pool, request);
  pool.setPassword(user, password, "FORCE_CHANGE_PASSWORD");
  pool.save();
  if (request.MessageAction !== "SUPPRESS") invite(context, pool, user, password);
  return { User: userView(user) };
};

function invited(pool: Pool, request: CreateRequest): User {
  const user = pool.user(request.Username);
  if (user.status === "FORCE_CHANGE_PASSWORD") return user;
  throw new AwsError("UnsupportedUserStateException", "Resend not possible. User is not in the right state.");
}

function newUser(context: Context, pool: Pool, request: CreateRequest): User {
  const attributes = Object.fromEntries(request.UserAttributes.map(({ Name, Value }) => [Name, Value]));
  const sub = randomUUID();
  if (pool.signsInByEmail) {
    if (!/^[^@\s]+@[^@\s]+$/.test(request.Username)) throw invalid("Username should be an email.");
    attributes["email"] ??= request.Username;
  }
  if (pool.findUser(request.Username) || (pool.signsInByEmail && pool.findUser(attributes["email"] ?? ""))) {
    throw new AwsError(
      "UsernameExistsException",
      pool.signsInByEmail ? "An account with the given email already exists." : "User account already exists",
    );
  }
  const username = pool.signsInByEmail ? sub : request.Username;
  const now = context.clock();
  const user: User = {
    username,
    attributes: { ...attributes, sub },
    enabled: true,
    status: "FORCE_CHANGE_PASSWORD",
    groups: [],
    createdAt: now,
    modifiedAt: now,
    password: createVerifier(pool.srpIdentity(username), randomUUID()), // replaced by the caller
  };
  pool.addUser(user);
  return user;
}

function invite({ clock, outbox }: Context, pool: Pool, user: User, secret: string): void {
  const to = user.attributes["email"] ?? user.username;
  outbox.send(pool.mails, { to, kind: "invitation", username: user.username, secret, sentAt: clock() });
}

const setPasswordSchema = userSchema.extend({ Password: z.string(), Permanent: z.boolean().default(false) });

export const adminSetUserPassword: Operation = (context, input, caller) => {
  const request = parseInput(setPasswordSchema, input, "InvalidParameterException");
  const pool = adminPool(context, "AdminSetUserPassword", request.UserPoolId, caller);
  const user = pool.user(request.Username);
  checkPassword(pool.policy, request.Password);
  pool.setPassword(user, request.Password, request.Permanent ? "CONFIRMED" : "FORCE_CHANGE_PASSWORD");
  context.attempts.succeeded(user.username);
  pool.save();
  return {};
};

export const adminGetUser: Operation = (context, input, caller) => {
  const request = parseInput(userSchema, input, "InvalidParameterException");
  const user = adminPool(context, "AdminGetUser", request.UserPoolId, caller).user(request.Username);
  const { Attributes: _, ...view } = userView(user);
  return { ...view, UserAttributes: attributeList(user) };
};

/** An operation that names a pool and a user, changes that user and answers nothing. */
function change(operation: string, apply: (context: Context, pool: Pool, user: User) => void): Operation {
  return (context, input, caller) => {
    const request = parseInput(userSchema, input, "InvalidParameterException");
    const pool = adminPool(context, operation, request.UserPoolId, caller);
    const user = pool.user(request.Username);
    apply(context, pool, user);
    user.modifiedAt = context.clock();
    pool.save();
    return {};
  };
}

export const adminDeleteUser = change("AdminDeleteUser", (_, pool, user) => pool.removeUser(user));

export const adminDisableUser = change("AdminDisableUser", (_, pool, user) => {
  user.enabled = false;
  pool.revokeSessionsOf(user);
});

export const adminEnableUser = change("AdminEnableUser", (_, _pool, user) => {
  user.enabled = true;
});

export const adminUserGlobalSignOut = change("AdminUserGlobalSignOut", (_, pool, user) =>
  pool.revokeSessionsOf(user),
);

export const adminResetUserPassword = change("AdminResetUserPassword", (context, pool, user) => {
  sendResetCode(context, pool, user);
  user.status = "RESET_REQUIRED";
});
