import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminResetUserPasswordCommand,
  AdminSetUserPasswordCommand,
  AdminUserGlobalSignOutCommand,
  ChangePasswordCommand,
  CognitoIdentityProviderClient,
  ConfirmForgotPasswordCommand,
  CreateGroupCommand,
  DescribeUserPoolCommand,
  GetUserCommand,
  InitiateAuthCommand,
  ListGroupsCommand,
  ListUsersCommand,
  ListUsersInGroupCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import type { ListUsersCommandOutput } from "@aws-sdk/client-cognito-identity-provider";
import { expect, it } from "vitest";
import {
  callUnsigned,
  CLIENT_ID,
  PASSWORD,
  PASSWORD_CLIENT_ID,
  POOL,
  POOL_ID,
  startPools,
  temporaryDirectory,
} from "./cognito-harness.ts";

const EMAIL = "taro@example.com";
const taro = { UserPoolId: POOL_ID, Username: EMAIL };

async function startWithTaro(options: Parameters<typeof startPools>[0] = {}) {
  const started = await startPools(options);
  const { admin } = started;
  await admin.send(
    new AdminCreateUserCommand({
      ...taro,
      MessageAction: "SUPPRESS",
      UserAttributes: [{ Name: "email_verified", Value: "true" }],
    }),
  );
  await admin.send(new AdminSetUserPasswordCommand({ ...taro, Password: PASSWORD, Permanent: true }));
  return { ...started, signIn: (password: string) => signIn(admin, password) };
}

function signIn(client: CognitoIdentityProviderClient, password: string) {
  return client.send(
    new InitiateAuthCommand({
      AuthFlow: "USER_PASSWORD_AUTH",
      ClientId: PASSWORD_CLIENT_ID,
      AuthParameters: { USERNAME: EMAIL, PASSWORD: password },
    }),
  );
}

it("invites a user by a mail with a temporary password that fits the policy", async () => {
  const { admin, pools } = await startPools();
  const { User } = await admin.send(new AdminCreateUserCommand(taro));
  expect(User).toMatchObject({ Enabled: true, UserStatus: "FORCE_CHANGE_PASSWORD" });
  expect(User?.Username).toMatch(/^[0-9a-f-]{36}$/);
  expect(User?.Attributes).toEqual(
    expect.arrayContaining([
      { Name: "email", Value: EMAIL },
      { Name: "sub", Value: User?.Username },
    ]),
  );
  expect(User?.UserCreateDate).toBeInstanceOf(Date);
  const [mail] = pools.outbox();
  expect(mail).toMatchObject({ to: EMAIL, kind: "invitation", username: User?.Username });
  expect((await signIn(admin, mail?.secret ?? "")).ChallengeName).toBe("NEW_PASSWORD_REQUIRED");

  await admin.send(new AdminCreateUserCommand({ ...taro, MessageAction: "RESEND" }));
  expect(pools.outbox()).toHaveLength(2);
  await expect(signIn(admin, mail?.secret ?? "")).rejects.toThrow("Incorrect username or password.");
});

it("refuses a user twice, a name that is no address, and a weak password", async () => {
  const { admin } = await startWithTaro();
  const create = (Username: string, TemporaryPassword = "Temporary-1") =>
    admin.send(new AdminCreateUserCommand({ UserPoolId: POOL_ID, Username, TemporaryPassword }));
  await expect(create("TARO@example.com")).rejects.toMatchObject({ name: "UsernameExistsException" });
  await expect(create("taro")).rejects.toMatchObject({
    name: "InvalidParameterException",
    message: "Username should be an email.",
  });
  await expect(create("jiro@example.com", "temporary")).rejects.toMatchObject({
    name: "InvalidPasswordException",
  });
  await expect(create("jiro@example.com", "Temporary1")).rejects.toThrow("must have symbol characters");
});

it("gives a user by address or by name, and says when there is none", async () => {
  const { admin } = await startWithTaro();
  const byEmail = await admin.send(new AdminGetUserCommand(taro));
  const byName = await admin.send(new AdminGetUserCommand({ ...taro, Username: byEmail.Username }));
  const { $metadata: _, ...expected } = byEmail;
  expect(byName).toMatchObject(expected);
  expect(byEmail).toMatchObject({ Enabled: true, UserStatus: "CONFIRMED" });
  await expect(
    admin.send(new AdminGetUserCommand({ UserPoolId: POOL_ID, Username: "nobody@example.com" })),
  ).rejects.toMatchObject({ name: "UserNotFoundException", message: "User does not exist." });
});

it("puts users into groups and takes them out", async () => {
  const { admin } = await startWithTaro();
  const groupsOf = async () => {
    const { Groups } = await admin.send(new AdminListGroupsForUserCommand(taro));
    return Groups?.map(({ GroupName }) => GroupName);
  };
  await admin.send(new AdminAddUserToGroupCommand({ ...taro, GroupName: "nobody" }));
  await admin.send(new AdminAddUserToGroupCommand({ ...taro, GroupName: "hosts" }));
  await admin.send(new AdminAddUserToGroupCommand({ ...taro, GroupName: "hosts" }));
  expect(await groupsOf()).toEqual(["hosts", "nobody"]); // by precedence
  await admin.send(new AdminRemoveUserFromGroupCommand({ ...taro, GroupName: "nobody" }));
  expect(await groupsOf()).toEqual(["hosts"]);
  const { Users } = await admin.send(
    new ListUsersInGroupCommand({ UserPoolId: POOL_ID, GroupName: "hosts" }),
  );
  expect(Users).toHaveLength(1);
  await expect(
    admin.send(new AdminAddUserToGroupCommand({ ...taro, GroupName: "guests" })),
  ).rejects.toMatchObject({ name: "ResourceNotFoundException", message: "Group not found." });
});

it("makes groups once", async () => {
  const { admin } = await startPools();
  const group = { UserPoolId: POOL_ID, GroupName: "staff", Precedence: 5 };
  expect((await admin.send(new CreateGroupCommand(group))).Group).toMatchObject(group);
  await expect(admin.send(new CreateGroupCommand(group))).rejects.toMatchObject({
    name: "GroupExistsException",
  });
  const { Groups } = await admin.send(new ListGroupsCommand({ UserPoolId: POOL_ID }));
  expect(Groups?.map(({ GroupName }) => GroupName).toSorted()).toEqual(["hosts", "nobody", "staff"]);
});

it("lists users in pages and by filter", async () => {
  const { admin } = await startPools();
  for (const name of ["ann", "bob", "bea"]) {
    const Username = `${name}@example.com`;
    await admin.send(
      new AdminCreateUserCommand({ UserPoolId: POOL_ID, Username, MessageAction: "SUPPRESS" }),
    );
  }
  const emails = (answer: ListUsersCommandOutput) =>
    answer.Users?.map(({ Attributes }) => Attributes?.find(({ Name }) => Name === "email")?.Value);
  const first = await admin.send(new ListUsersCommand({ UserPoolId: POOL_ID, Limit: 2 }));
  expect(emails(first)).toEqual(["ann@example.com", "bob@example.com"]);
  const { PaginationToken } = first;
  const second = await admin.send(new ListUsersCommand({ UserPoolId: POOL_ID, Limit: 2, PaginationToken }));
  expect(emails(second)).toEqual(["bea@example.com"]);
  expect(second.PaginationToken).toBeUndefined();
  const search = async (Filter: string) =>
    emails(await admin.send(new ListUsersCommand({ UserPoolId: POOL_ID, Filter })));
  expect(await search('email ^= "b"')).toEqual(["bob@example.com", "bea@example.com"]);
  expect(await search('email = "ann@example.com"')).toEqual(["ann@example.com"]);
  await expect(search("email like b")).rejects.toMatchObject({ name: "InvalidParameterException" });
});

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
        ...{ ClientId: PASSWORD_CLIENT_ID, Username: EMAIL, ConfirmationCode, Password: "Momiji-2026!" },
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
  const { asRole, origin } = await startWithTaro();
  const Resource = `arn:aws:cognito-idp:ap-northeast-1:123456789012:userpool/${POOL_ID}`;
  const inviter = new CognitoIdentityProviderClient(
    asRole("inviter", { Effect: "Allow", Action: "cognito-idp:AdminGetUser", Resource }),
  );
  await inviter.send(new AdminGetUserCommand(taro));
  await expect(inviter.send(new AdminDeleteUserCommand(taro))).rejects.toMatchObject({
    name: "AccessDeniedException",
    message: expect.stringContaining(`cognito-idp:AdminDeleteUser on resource: ${Resource}`),
  });
  const unsigned = await callUnsigned(origin, "AdminGetUser", taro);
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
