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

/** What clients would call without a signature too, so that they hear what is missing and not that they did not sign. */
const missingPublicOperations = [
  "AssociateSoftwareToken",
  "CompleteWebAuthnRegistration",
  "ConfirmDevice",
  "ConfirmSignUp",
  "DeleteUser",
  "DeleteUserAttributes",
  "DeleteWebAuthnCredential",
  "ForgetDevice",
  "GetDevice",
  "GetUserAttributeVerificationCode",
  "GetUserAuthFactors",
  "ListDevices",
  "ListWebAuthnCredentials",
  "ResendConfirmationCode",
  "SetUserMFAPreference",
  "SetUserSettings",
  "StartWebAuthnRegistration",
  "UpdateAuthEventFeedback",
  "UpdateDeviceStatus",
  "UpdateUserAttributes",
  "VerifySoftwareToken",
  "VerifyUserAttribute",
];

export const unsignedOperations: ReadonlySet<string> = new Set([
  ...Object.keys(publicOperations),
  ...missingPublicOperations,
]);
