import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  CreateGroupCommand,
  ListGroupsCommand,
  ListUsersCommand,
  ListUsersInGroupCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import type { ListUsersCommandOutput } from "@aws-sdk/client-cognito-identity-provider";
import { expect, it } from "vitest";
import { EMAIL, POOL, POOL_ID, signIn, startPools, startWithTaro, taro } from "./cognito-harness.ts";

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

it("writes mails in the pool's words, with the password in their place, and tells of them without it", async () => {
  const told: unknown[] = [];
  const { admin, pools } = await startPools({ onMail: (mail) => told.push(mail.to) });
  await pools.createUserPool({
    ...POOL,
    mails: { invitation: { subject: "ようこそ", body: "<p>{####}</p><small>{username}</small>" } },
  });
  await admin.send(new AdminCreateUserCommand({ ...taro, TemporaryPassword: "Te$&mp-0rary" }));
  const [mail] = pools.outbox();
  expect(mail).toMatchObject({
    subject: "ようこそ",
    body: `<p>Te$&mp-0rary</p><small>${mail?.username}</small>`,
  });
  expect(told).toEqual([EMAIL]);
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
