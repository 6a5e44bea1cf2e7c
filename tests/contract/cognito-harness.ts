import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, onTestFinished } from "vitest";
import { createUserPools, type UserPoolsOptions } from "../../local/aws/cognito/create-user-pools.ts";
import { createJwksRoute } from "../../local/aws/cognito/jwks-route.ts";
import type { PoolOptions } from "../../local/aws/cognito/pool-options.ts";
import { openGateway } from "./open-gateway.ts";

export const POOL_ID = "ap-northeast-1_Ab3dEf9hJ";
export const CLIENT_ID = "6a1b2c3d4e5f6g7h8i9j0k1l2m";
export const PASSWORD_CLIENT_ID = "7passwordclient0000000000p";
export const PASSWORD = "Sakura-2026!";

/** As the product's template declares it, and a second client that takes plain passwords. */
export const POOL: PoolOptions = {
  poolId: POOL_ID,
  usernameAttributes: ["email"],
  allowAdminCreateUserOnly: true,
  passwordPolicy: {
    minimumLength: 8,
    requireLowercase: true,
    requireUppercase: true,
    requireNumbers: true,
    requireSymbols: true,
  },
  groups: [
    { name: "nobody", precedence: 1 },
    { name: "hosts", precedence: 0, roleArn: "arn:aws:iam::123456789012:role/hosts" },
  ],
  clients: [
    {
      clientId: CLIENT_ID,
      explicitAuthFlows: ["ALLOW_CUSTOM_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
      preventUserExistenceErrors: true,
    },
    {
      clientId: PASSWORD_CLIENT_ID,
      explicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
    },
  ],
};

export interface StartOptions {
  readonly pool?: PoolOptions;
  /** Where the pool lives; without it a place of its own that starts with the keys of the others. */
  readonly directory?: string;
  readonly onMail?: UserPoolsOptions["onMail"];
}

export async function startPools({ pool = POOL, directory = seededDirectory(), onMail }: StartOptions = {}) {
  const time = { now: Date.now() };
  const pools = createUserPools({ clock: () => time.now, directory, ...(onMail && { onMail }) });
  await pools.createUserPool(pool);
  const gateway = await openGateway({ jsonServices: [pools], routes: [createJwksRoute(pools)] });
  const admin = new CognitoIdentityProviderClient(gateway.asAdministrator);
  return {
    ...gateway,
    pools,
    admin,
    /** Adds to the pools' clock. */
    passMinutes: (minutes: number) => {
      time.now += minutes * 60_000;
    },
  };
}

export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "cognito-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

export const EMAIL = "taro@example.com";
/** A confirmed user with `PASSWORD`. */
export const taro = { UserPoolId: POOL_ID, Username: EMAIL };

export async function startWithTaro(options: StartOptions = {}) {
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

/** By plain password, through the client that allows it. */
export function signIn(client: CognitoIdentityProviderClient, password: string) {
  return client.send(
    new InitiateAuthCommand({
      AuthFlow: "USER_PASSWORD_AUTH",
      ClientId: PASSWORD_CLIENT_ID,
      AuthParameters: { USERNAME: EMAIL, PASSWORD: password },
    }),
  );
}

// Making RSA keys takes longer than most of these tests: an empty pool is made once and copied.
const seed = mkdtempSync(join(tmpdir(), "cognito-"));
await createUserPools({ clock: Date.now, directory: seed }).createUserPool(POOL);
afterAll(() => rmSync(seed, { recursive: true, force: true }));

function seededDirectory(): string {
  const directory = temporaryDirectory();
  copyFileSync(join(seed, `${POOL_ID}.json`), join(directory, `${POOL_ID}.json`));
  return directory;
}

/** A call as a browser makes it, without a signature. */
export async function callUnsigned(origin: string, operation: string, input: object) {
  const response = await fetch(origin, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: JSON.stringify(input),
  });
  const body: unknown = await response.json();
  return { status: response.status, body };
}
