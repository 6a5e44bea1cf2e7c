import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminSetUserPasswordCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { Amplify } from "aws-amplify";
import * as auth from "aws-amplify/auth";
import { cognitoUserPoolsTokenProvider } from "aws-amplify/auth/cognito";
import { ConsoleLogger } from "aws-amplify/utils";
import { createLocalJWKSet, createRemoteJWKSet, jwtVerify } from "jose";
import { beforeEach, expect, it } from "vitest";
import {
  callUnsigned,
  CLIENT_ID,
  PASSWORD,
  POOL_ID,
  startPools,
  temporaryDirectory,
} from "./cognito-harness.ts";

const EMAIL = "hanako@example.com";

/** A pool with one host, and the vendor's browser library pointed at it. */
async function startWithHost(temporary = false) {
  const started = await startPools();
  const user = { UserPoolId: POOL_ID, Username: EMAIL };
  await started.admin.send(
    new AdminCreateUserCommand({
      ...user,
      TemporaryPassword: "Temporary-1",
      MessageAction: "SUPPRESS",
      UserAttributes: [{ Name: "email_verified", Value: "true" }],
    }),
  );
  await started.admin.send(new AdminAddUserToGroupCommand({ ...user, GroupName: "hosts" }));
  if (!temporary) {
    await started.admin.send(
      new AdminSetUserPasswordCommand({ ...user, Password: PASSWORD, Permanent: true }),
    );
  }
  const Cognito = { userPoolId: POOL_ID, userPoolClientId: CLIENT_ID, userPoolEndpoint: started.origin };
  ConsoleLogger.LOG_LEVEL = "ERROR"; // it warns of every endpoint that is not AWS's own
  Amplify.configure({ Auth: { Cognito } });
  // After `configure`, which sets a storage of its own.
  cognitoUserPoolsTokenProvider.setKeyValueStorage({
    setItem: async (key, value) => void stored.set(key, value),
    getItem: async (key) => stored.get(key) ?? null,
    removeItem: async (key) => void stored.delete(key),
    clear: async () => stored.clear(),
  });
  return started;
}

/** Where Amplify keeps its tokens here; it shows the refresh token to nobody. */
const stored = new Map<string, string>();
beforeEach(() => stored.clear());

it("signs in by SRP with the address, and gives tokens with Cognito's claims", async () => {
  await startWithHost();
  const { isSignedIn, nextStep } = await auth.signIn({ username: EMAIL, password: PASSWORD });
  expect({ isSignedIn, step: nextStep.signInStep }).toEqual({ isSignedIn: true, step: "DONE" });

  const { tokens, userSub } = await auth.fetchAuthSession();
  const common = { sub: userSub, iss: `https://cognito-idp.ap-northeast-1.amazonaws.com/${POOL_ID}` };
  expect(userSub).toMatch(/^[0-9a-f-]{36}$/);
  expect(tokens?.idToken?.payload).toMatchObject({
    ...common,
    aud: CLIENT_ID,
    token_use: "id",
    email: EMAIL,
    email_verified: true,
    "cognito:username": userSub,
    "cognito:groups": ["hosts"],
    "cognito:roles": ["arn:aws:iam::123456789012:role/hosts"],
  });
  expect(tokens?.accessToken.payload).toMatchObject({
    ...common,
    client_id: CLIENT_ID,
    token_use: "access",
    username: userSub,
    "cognito:groups": ["hosts"],
    scope: "aws.cognito.signin.user.admin",
  });
  expect(tokens?.accessToken.payload).not.toHaveProperty("email");
  const { iat = 0, exp = 0 } = tokens?.accessToken.payload ?? {};
  expect(exp - iat).toBe(3600);
  expect(await auth.getCurrentUser()).toMatchObject({ userId: userSub });
  expect(await auth.fetchUserAttributes()).toEqual({ sub: userSub, email: EMAIL, email_verified: "true" });
});

it("takes the address in any case", async () => {
  await startWithHost();
  const { isSignedIn } = await auth.signIn({ username: "Hanako@Example.com", password: PASSWORD });
  expect(isSignedIn).toBe(true);
});

it("refuses a wrong password and an unknown address in the same words", async () => {
  await startWithHost();
  const refusal = { name: "NotAuthorizedException", message: "Incorrect username or password." };
  await expect(auth.signIn({ username: EMAIL, password: "Sakura-2025!" })).rejects.toMatchObject(refusal);
  await expect(auth.signIn({ username: "nobody@example.com", password: PASSWORD })).rejects.toMatchObject(
    refusal,
  );
});

it("asks the invited for an own password, and takes only one that fits the policy", async () => {
  await startWithHost(true);
  const { nextStep } = await auth.signIn({ username: EMAIL, password: "Temporary-1" });
  expect(nextStep.signInStep).toBe("CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED");
  await expect(auth.confirmSignIn({ challengeResponse: "weak" })).rejects.toMatchObject({
    name: "InvalidPasswordException",
    message: "Password did not conform with policy: Password not long enough",
  });
  expect((await auth.confirmSignIn({ challengeResponse: PASSWORD })).isSignedIn).toBe(true);

  await auth.signOut();
  await expect(auth.signIn({ username: EMAIL, password: "Temporary-1" })).rejects.toThrow("Incorrect");
  expect((await auth.signIn({ username: EMAIL, password: PASSWORD })).isSignedIn).toBe(true);
});

it("refuses a temporary password after seven days", async () => {
  const { passMinutes } = await startWithHost(true);
  passMinutes(7 * 24 * 60);
  await expect(auth.signIn({ username: EMAIL, password: "Temporary-1" })).rejects.toThrow(
    "Temporary password has expired",
  );
});

it("locks a user out after five wrong passwords, for a while", async () => {
  const { passMinutes } = await startWithHost();
  for (let failure = 0; failure < 5; failure++) {
    await expect(auth.signIn({ username: EMAIL, password: "Wrong-2026!" })).rejects.toThrow("Incorrect");
  }
  await expect(auth.signIn({ username: EMAIL, password: PASSWORD })).rejects.toThrow(
    "Password attempts exceeded",
  );
  passMinutes(1);
  expect((await auth.signIn({ username: EMAIL, password: PASSWORD })).isSignedIn).toBe(true);
});

it("gives fresh tokens of the same sign-in when they are refreshed", async () => {
  await startWithHost();
  await auth.signIn({ username: EMAIL, password: PASSWORD });
  const before = (await auth.fetchAuthSession()).tokens?.accessToken.payload;
  const after = (await auth.fetchAuthSession({ forceRefresh: true })).tokens?.accessToken.payload;
  expect(after?.jti).not.toBe(before?.jti);
  expect(after?.["origin_jti"]).toBe(before?.["origin_jti"]);
  expect(after?.["auth_time"]).toBe(before?.["auth_time"]);
});

it("refreshes no more after sign-out, everywhere or here", async () => {
  const { origin, pools } = await startWithHost();
  const refresh = (RefreshToken: string | undefined) =>
    callUnsigned(origin, "GetTokensFromRefreshToken", { ClientId: CLIENT_ID, RefreshToken });

  const first = await tokensBySrp();
  await auth.signOut();
  expect(await refresh(first.refreshToken)).toMatchObject({
    status: 400,
    body: { __type: "NotAuthorizedException", message: "Refresh Token has been revoked" },
  });
  const second = await tokensBySrp();
  await auth.signOut({ global: true });
  expect(await refresh(second.refreshToken)).toMatchObject({ status: 400 });
  expect(await callUnsigned(origin, "GetUser", { AccessToken: second.accessToken })).toMatchObject({
    body: { __type: "NotAuthorizedException", message: "Access Token has been revoked" },
  });
  // As on AWS, whoever only checks signature and time still accepts it.
  expect(await pools.verify(second.accessToken)).toMatchObject({ token_use: "access" });

  async function tokensBySrp() {
    await auth.signIn({ username: EMAIL, password: PASSWORD });
    const { tokens } = await auth.fetchAuthSession();
    const refreshToken = [...stored].find(([key]) => key.endsWith(".refreshToken"))?.[1];
    return { accessToken: String(tokens?.accessToken), refreshToken };
  }
});

it("shuts out a disabled host at once", async () => {
  const { admin } = await startWithHost();
  await auth.signIn({ username: EMAIL, password: PASSWORD });
  await admin.send(new AdminDisableUserCommand({ UserPoolId: POOL_ID, Username: EMAIL }));
  await expect(auth.fetchUserAttributes()).rejects.toMatchObject({ name: "NotAuthorizedException" });
  await auth.signOut();
  await expect(auth.signIn({ username: EMAIL, password: PASSWORD })).rejects.toThrow("User is disabled.");
});

it("resets a forgotten password by the code in the outbox", async () => {
  const { pools } = await startWithHost();
  const { nextStep } = await auth.resetPassword({ username: EMAIL });
  expect(nextStep.codeDeliveryDetails.destination).toBe("h***@e***");
  const confirmationCode = pools.outbox().at(-1)?.secret ?? "";
  const wrong = confirmationCode === "000000" ? "000001" : "000000";
  const confirm = (code: string, newPassword: string) =>
    auth.confirmResetPassword({ username: EMAIL, confirmationCode: code, newPassword });

  await expect(confirm(wrong, "Momiji-2026!")).rejects.toMatchObject({ name: "CodeMismatchException" });
  await expect(confirm(confirmationCode, "weak")).rejects.toMatchObject({ name: "InvalidPasswordException" });
  await confirm(confirmationCode, "Momiji-2026!");
  expect((await auth.signIn({ username: EMAIL, password: "Momiji-2026!" })).isSignedIn).toBe(true);
  await expect(confirm(confirmationCode, "Again-2026!")).rejects.toMatchObject({
    name: "ExpiredCodeException",
  });
});

it("does not tell by the forgotten password who exists", async () => {
  const { pools } = await startWithHost();
  const { nextStep } = await auth.resetPassword({ username: "nobody@example.com" });
  expect(nextStep.codeDeliveryDetails.destination).toBe("n***@e***");
  expect(pools.outbox()).toEqual([]);
});

it("lets nobody sign up", async () => {
  await startWithHost();
  await expect(auth.signUp({ username: "guest@example.com", password: PASSWORD })).rejects.toMatchObject({
    name: "NotAuthorizedException",
    message: "SignUp is not permitted for this user pool",
  });
});

it("signs with keys that others can verify with", async () => {
  const { origin, pools, passMinutes } = await startWithHost();
  await auth.signIn({ username: EMAIL, password: PASSWORD });
  const { tokens } = await auth.fetchAuthSession();
  const token = String(tokens?.idToken);
  const remote = createRemoteJWKSet(new URL(`${origin}/${POOL_ID}/.well-known/jwks.json`));
  const issuer = `https://cognito-idp.ap-northeast-1.amazonaws.com/${POOL_ID}`;
  const { payload } = await jwtVerify(token, remote, { issuer, audience: CLIENT_ID });
  expect(await pools.verify(token)).toEqual(payload);
  expect(await pools.verify(String(tokens?.accessToken), POOL_ID)).toMatchObject({ client_id: CLIENT_ID });

  const [head, body, signature] = token.split(".");
  const forged = Buffer.from(JSON.stringify({ ...payload, "cognito:groups": ["nobody"] })).toString(
    "base64url",
  );
  await expect(pools.verify(`${head}.${forged}.${signature}`)).rejects.toThrow("not valid");
  const unsigned = Buffer.from(JSON.stringify({ alg: "none" })).toString("base64url");
  await expect(pools.verify(`${unsigned}.${body}.x`)).rejects.toThrow("not valid");
  await expect(pools.verify("guest:abc")).rejects.toThrow("no known user pool");
  const other = await startPools({ directory: temporaryDirectory() });
  await expect(other.pools.verify(token)).rejects.toThrow("not valid");
  passMinutes(60);
  await expect(pools.verify(token)).rejects.toThrow("expired");
  const keys = pools.jwks(POOL_ID)?.keys ?? [];
  expect(keys.map(({ kty, alg, use }) => [kty, alg, use])).toEqual(Array(2).fill(["RSA", "RS256", "sig"]));
  expect(createLocalJWKSet({ keys: [...keys] })).toBeTypeOf("function");
});
