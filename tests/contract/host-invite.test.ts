import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  AdminDisableUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  ListUsersCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { hostInvite } from "../../cli/host-invite/host-invite.ts";
import { EMAIL, PASSWORD, POOL_ID, signIn, startPools, startWithTaro } from "./cognito-harness.ts";

// The command as it runs against a deployment, with AWS's own ways to credentials and addresses.
afterEach(() => vi.unstubAllEnvs());

type Pools = Awaited<ReturnType<typeof startPools>>;

function pointAwsAt({ origin, asAdministrator: { credentials } }: Pools): void {
  vi.stubEnv("AWS_ENDPOINT_URL", origin);
  vi.stubEnv("AWS_ACCESS_KEY_ID", credentials.accessKeyId);
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", credentials.secretAccessKey);
  vi.stubEnv("AWS_CONFIG_FILE", "none");
  vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", "none");
}

async function run(...args: string[]): Promise<{ readonly code: number; readonly told: string }> {
  return runIn(tmpdir(), ...args);
}

async function runIn(
  cwd: string,
  ...args: string[]
): Promise<{ readonly code: number; readonly told: string }> {
  const lines: string[] = [];
  const tell = (line: string): void => void lines.push(line);
  const code = await hostInvite(args, { cwd, print: tell, complain: tell });
  return { code, told: lines.join("\n") };
}

const invite = (...args: string[]) => run(EMAIL, "--aws", "--pool", POOL_ID, ...args);

async function groupsOf({ admin }: Pools): Promise<unknown[]> {
  const asked = { UserPoolId: POOL_ID, Username: EMAIL };
  const { Groups = [] } = await admin.send(new AdminListGroupsForUserCommand(asked));
  return Groups.map(({ GroupName }) => GroupName);
}

describe("npm run host:invite -- --aws", () => {
  it("makes an account with a verified address, sends the invitation and makes it a host", async () => {
    const pools = await startPools();
    pointAwsAt(pools);
    const { code, told } = await invite();
    expect(told).toContain(`${EMAIL} is invited and is a host.`);
    expect(told).toContain("on its way by mail");
    expect(code).toBe(0);
    expect(await groupsOf(pools)).toEqual(["hosts"]);
    const { Users = [] } = await pools.admin.send(new ListUsersCommand({ UserPoolId: POOL_ID }));
    expect(Users).toHaveLength(1);
    expect(Users[0]?.Attributes).toContainEqual({ Name: "email_verified", Value: "true" });
    const [mail] = pools.pools.outbox();
    expect(told).not.toContain(mail?.secret ?? "");
    expect((await signIn(pools.admin, mail?.secret ?? "")).ChallengeName).toBe("NEW_PASSWORD_REQUIRED");
  });

  it("writes nobody twice, unless it is asked to", async () => {
    const pools = await startPools();
    pointAwsAt(pools);
    await invite();
    const again = await invite();
    expect(again).toMatchObject({ code: 0, told: expect.stringContaining("is a host already") });
    expect(again.told).toContain("--resend sends it anew");
    expect(pools.pools.outbox()).toHaveLength(1);
    expect(await invite("--resend")).toMatchObject({ code: 0, told: expect.stringContaining("once more") });
    const [former, latter] = pools.pools.outbox();
    await expect(signIn(pools.admin, former?.secret ?? "")).rejects.toThrow("Incorrect");
    expect((await signIn(pools.admin, latter?.secret ?? "")).ChallengeName).toBe("NEW_PASSWORD_REQUIRED");
  });

  it("makes somebody a host who has an account already, without touching the password", async () => {
    const pools = await startWithTaro();
    pointAwsAt(pools);
    expect(await groupsOf(pools)).toEqual([]);
    const { code, told } = await invite();
    expect(told).toContain("had an account already and is a host from now on");
    expect([code, await groupsOf(pools)]).toEqual([0, ["hosts"]]);
    const resent = await invite("--resend");
    expect(resent).toMatchObject({ code: 1, told: expect.stringContaining("has an own password already") });
    expect((await signIn(pools.admin, PASSWORD)).AuthenticationResult).toBeDefined();
  });

  it("finishes an invitation that broke off before the group", async () => {
    const pools = await startPools();
    pointAwsAt(pools);
    await invite();
    const member = { UserPoolId: POOL_ID, Username: EMAIL, GroupName: "hosts" };
    await pools.admin.send(new AdminRemoveUserFromGroupCommand(member));
    expect(await invite()).toMatchObject({ code: 0 });
    expect(await groupsOf(pools)).toEqual(["hosts"]);
  });

  it("does not hide that an account is shut", async () => {
    const pools = await startWithTaro();
    pointAwsAt(pools);
    await pools.admin.send(new AdminDisableUserCommand({ UserPoolId: POOL_ID, Username: EMAIL }));
    expect((await invite()).told).toContain("is disabled");
  });

  it("finds the pool in what ampx wrote, and says what to do without it", async () => {
    const pools = await startPools();
    pointAwsAt(pools);
    const folder = mkdtempSync(join(tmpdir(), "outputs-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    expect(await runIn(folder, EMAIL, "--aws")).toMatchObject({
      code: 3,
      told: expect.stringContaining("Deploy first"),
    });
    writeFileSync(join(folder, "amplify_outputs.json"), "{}");
    expect(await runIn(folder, EMAIL, "--aws")).toMatchObject({
      code: 3,
      told: expect.stringContaining("names no user pool"),
    });
    const outputs = JSON.stringify({ auth: { user_pool_id: POOL_ID } });
    writeFileSync(join(folder, "amplify_outputs.json"), outputs);
    expect(await runIn(folder, EMAIL, "--aws")).toMatchObject({ code: 0 });
    expect(await groupsOf(pools)).toEqual(["hosts"]);
  });

  it("says in words what AWS complains about", async () => {
    const pools = await startPools();
    pointAwsAt(pools);
    expect(await run(EMAIL, "--aws", "--pool", "ap-northeast-1_Nobody123")).toMatchObject({
      code: 4,
      told: expect.stringContaining("There is no such user pool"),
    });
    const { credentials } = pools.asRole("onlooker", {
      Effect: "Allow",
      Action: "s3:GetObject",
      Resource: "*",
    });
    vi.stubEnv("AWS_ACCESS_KEY_ID", credentials.accessKeyId);
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", credentials.secretAccessKey);
    vi.stubEnv("AWS_SESSION_TOKEN", credentials.sessionToken ?? "");
    expect(await invite()).toMatchObject({ code: 4, told: expect.stringContaining("may not manage users") });
    vi.stubEnv("AWS_ACCESS_KEY_ID", "");
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "");
    vi.stubEnv("AWS_EC2_METADATA_DISABLED", "true");
    expect(await invite()).toMatchObject({
      code: 4,
      told: expect.stringContaining("does not know who asks"),
    });
  });
});

it("says how to start a local Egao where none answers", async () => {
  expect(await run(EMAIL, "--port", "9")).toMatchObject({
    code: 4,
    told: expect.stringContaining("npm start"),
  });
});

it("tells what it can do", async () => {
  expect(await run("--help")).toMatchObject({
    code: 0,
    told: expect.stringContaining("npm run host:invite"),
  });
  expect(await run("nobody")).toMatchObject({ code: 2, told: expect.stringContaining("no mail address") });
});
