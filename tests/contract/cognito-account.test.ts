import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  AdminAddUserToGroupCommand,
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  AdminResetUserPasswordCommand,
  AdminUserGlobalSignOutCommand,
  ChangePasswordCommand,
  CognitoIdentityProviderClient,
  ConfirmForgotPasswordCommand,
  DescribeUserPoolCommand,
  GetUserCommand,
  InitiateAuthCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { expect, it } from "vitest";
import {
  callUnsigned,
  CLIENT_ID,
  EMAIL,
  PASSWORD,
  PASSWORD_CLIENT_ID,
  POOL,
  POOL_ID,
  signIn,
  startPools,
  startWithTaro,
  taro,
  temporaryDirectory,
} from "./cognito-harness.ts";

it("takes plain passwords only from a client that allows them", async () => {
  const { signIn: withPassword, admin } = await startWithTaro();
  const { AuthenticationResult: result } = await withPassword(PASSWORD);
  expect(result).toMatchObject({ TokenType: "Bearer", ExpiresIn: 3600 });
  expect(
    (await admin.send(new GetUserCommand({ AccessToken: result?.AccessToken }))).UserAttributes,
  ).toContainEqual({
    Name: "email",
    Value: EMAIL,
  });
  const auth = (ClientId: string, AuthFlow: "USER_PASSWORD_AUTH" | "CUSTOM_AUTH") =>
    admin.send(
      new InitiateAuthCommand({ AuthFlow, ClientId, AuthParameters: { USERNAME: EMAIL, PASSWORD } }),
    );
  await expect(auth(CLIENT_ID, "USER_PASSWORD_AUTH")).rejects.toMatchObject({
    name: "InvalidParameterException",
    message: "USER_PASSWORD_AUTH flow not enabled for this client",
  });
  await expect(auth("0missing", "USER_PASSWORD_AUTH")).rejects.toMatchObject({
    name: "ResourceNotFoundException",
  });
  await expect(auth(CLIENT_ID, "CUSTOM_AUTH")).rejects.toMatchObject({
    name: "AuthFlowNotAvailableLocallyException",
  });
});

it("tells a client without PreventUserExistenceErrors that a user is unknown", async () => {
  const { admin } = await startPools();
  await expect(signIn(admin, PASSWORD)).rejects.toMatchObject({ name: "UserNotFoundException" });
});

it("ends an account's sessions, disables it, enables it and deletes it", async () => {
  const { admin, signIn: withPassword } = await startWithTaro();
  const first = (await withPassword(PASSWORD)).AuthenticationResult;
  await admin.send(new AdminUserGlobalSignOutCommand(taro));
  await expect(admin.send(new GetUserCommand({ AccessToken: first?.AccessToken }))).rejects.toThrow(
    "revoked",
  );
  await admin.send(new AdminDisableUserCommand(taro));
  await expect(withPassword(PASSWORD)).rejects.toThrow("User is disabled.");
  await admin.send(new AdminEnableUserCommand(taro));
  await withPassword(PASSWORD);
  await admin.send(new AdminDeleteUserCommand(taro));
  await expect(withPassword(PASSWORD)).rejects.toMatchObject({ name: "UserNotFoundException" });
});

it("changes a password for who knows the old one", async () => {
  const { admin, signIn: withPassword } = await startWithTaro();
  const AccessToken = (await withPassword(PASSWORD)).AuthenticationResult?.AccessToken;
  const change = (PreviousPassword: string, ProposedPassword: string) =>
    admin.send(new ChangePasswordCommand({ AccessToken, PreviousPassword, ProposedPassword }));
  await expect(change("Wrong-2026!", "Momiji-2026!")).rejects.toMatchObject({
    name: "NotAuthorizedException",
  });
  await expect(change(PASSWORD, "momiji")).rejects.toMatchObject({ name: "InvalidPasswordException" });
  await change(PASSWORD, "Momiji-2026!");
  await withPassword("Momiji-2026!");
});

it("asks for a new password after an administrator's reset, by a code that wears out", async () => {
  const { admin, pools, passMinutes, signIn: withPassword } = await startWithTaro();
  await admin.send(new AdminResetUserPasswordCommand(taro));
  await expect(withPassword(PASSWORD)).rejects.toMatchObject({ name: "PasswordResetRequiredException" });
  const code = pools.outbox().at(-1)?.secret ?? "";
  const confirm = (ConfirmationCode: string) =>
    admin.send(
      new ConfirmForgotPasswordCommand({
        ClientId: PASSWORD_CLIENT_ID,
        Username: EMAIL,
        ConfirmationCode,
        Password: "Momiji-2026!",
      }),
    );
  for (let failure = 0; failure < 5; failure++) {
    await expect(confirm("x")).rejects.toMatchObject({ name: "CodeMismatchException" });
  }
  await expect(confirm(code)).rejects.toMatchObject({ name: "LimitExceededException" });
  await admin.send(new AdminResetUserPasswordCommand(taro));
  const fresh = pools.outbox().at(-1)?.secret ?? "";
  passMinutes(61);
  await expect(confirm(fresh)).rejects.toMatchObject({ name: "ExpiredCodeException" });
});

it("lets nobody administrate without the right for it", async () => {
  const opened = await startWithTaro();
  const Resource = `arn:aws:cognito-idp:ap-northeast-1:123456789012:userpool/${POOL_ID}`;
  const inviter = new CognitoIdentityProviderClient(
    opened.asRole("inviter", { Effect: "Allow", Action: "cognito-idp:AdminGetUser", Resource }),
  );
  await inviter.send(new AdminGetUserCommand(taro));
  await expect(inviter.send(new AdminDeleteUserCommand(taro))).rejects.toMatchObject({
    name: "AccessDeniedException",
    message: expect.stringContaining(`cognito-idp:AdminDeleteUser on resource: ${Resource}`),
  });
  const unsigned = await callUnsigned(opened.origin, "AdminGetUser", taro);
  expect(unsigned.status).toBeGreaterThanOrEqual(400);
  expect(unsigned.body).not.toHaveProperty("Username");
});

it("says by name what it does not do", async () => {
  const { admin } = await startPools();
  await expect(admin.send(new DescribeUserPoolCommand({ UserPoolId: POOL_ID }))).rejects.toMatchObject({
    name: "UnknownOperationException",
    message: "Cognito's DescribeUserPool is not available locally",
  });
  await expect(
    admin.send(new AdminGetUserCommand({ UserPoolId: "ap-northeast-1_000000000", Username: "x" })),
  ).rejects.toThrow("User pool ap-northeast-1_000000000 does not exist.");
});

it("knows people, keys and sessions after a restart, and keeps no password and no token", async () => {
  const directory = temporaryDirectory();
  const first = await startWithTaro({ directory });
  await first.admin.send(new AdminAddUserToGroupCommand({ ...taro, GroupName: "hosts" }));
  const before = (await first.signIn(PASSWORD)).AuthenticationResult;

  const file = readFileSync(join(directory, `${POOL_ID}.json`), "utf8");
  expect(file).not.toContain(PASSWORD);
  expect(file).not.toContain(before?.RefreshToken);

  const second = await startPools({ directory });
  expect(await second.pools.verify(before?.IdToken ?? "")).toMatchObject({ "cognito:groups": ["hosts"] });
  const refreshed = await second.admin.send(
    new InitiateAuthCommand({
      AuthFlow: "REFRESH_TOKEN_AUTH",
      ClientId: PASSWORD_CLIENT_ID,
      AuthParameters: { REFRESH_TOKEN: before?.RefreshToken ?? "" },
    }),
  );
  expect(refreshed.AuthenticationResult?.AccessToken).toBeDefined();
  await signIn(second.admin, PASSWORD);

  // Declaring the pool again changes what the template says and nothing else.
  await second.pools.createUserPool({ ...POOL, groups: [{ name: "hosts", precedence: 7 }] });
  const { Groups } = await second.admin.send(new AdminListGroupsForUserCommand(taro));
  expect(Groups).toMatchObject([{ GroupName: "hosts", Precedence: 7 }]);
});
