import * as groups from "./admin-groups.ts";
import * as users from "./admin-users.ts";
import type { Operation } from "./context.ts";
import { confirmForgotPassword, forgotPassword } from "./forgot-password.ts";
import { initiateAuth } from "./initiate-auth.ts";
import { listUsers } from "./list-users.ts";
import { changePassword, getUser, globalSignOut } from "./own-account.ts";
import { getTokensFromRefreshToken, revokeToken } from "./refresh-tokens.ts";
import { respondToAuthChallenge } from "./respond-to-auth-challenge.ts";
import { signUp } from "./sign-up.ts";

/** What clients call without a signature: the password or the token is the proof. */
const publicOperations: Readonly<Record<string, Operation>> = {
  ChangePassword: changePassword,
  ConfirmForgotPassword: confirmForgotPassword,
  ForgotPassword: forgotPassword,
  GetTokensFromRefreshToken: getTokensFromRefreshToken,
  GetUser: getUser,
  GlobalSignOut: globalSignOut,
  InitiateAuth: initiateAuth,
  RespondToAuthChallenge: respondToAuthChallenge,
  RevokeToken: revokeToken,
  SignUp: signUp,
};

export const operations: Readonly<Record<string, Operation>> = {
  ...publicOperations,
  AdminAddUserToGroup: groups.adminAddUserToGroup,
  AdminCreateUser: users.adminCreateUser,
  AdminDeleteUser: users.adminDeleteUser,
  AdminDisableUser: users.adminDisableUser,
  AdminEnableUser: users.adminEnableUser,
  AdminGetUser: users.adminGetUser,
  AdminListGroupsForUser: groups.adminListGroupsForUser,
  AdminRemoveUserFromGroup: groups.adminRemoveUserFromGroup,
  AdminResetUserPassword: users.adminResetUserPassword,
  AdminSetUserPassword: users.adminSetUserPassword,
  AdminUserGlobalSignOut: users.adminUserGlobalSignOut,
  CreateGroup: groups.createGroup,
  ListGroups: groups.listGroups,
  ListUsers: listUsers,
  ListUsersInGroup: groups.listUsersInGroup,
};

export function isPublic(operation: string): boolean {
  return Object.hasOwn(publicOperations, operation);
}
