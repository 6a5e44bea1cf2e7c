import type { UserPools } from "../aws/cognito/create-user-pools.ts";
import type { Identities } from "../aws/iam/identities.ts";
import { AwsError } from "../aws/service.ts";
import type { Deployment } from "../cloudformation/deployment.ts";
import { mailTemplates } from "./mail-templates.ts";
import { list, object, one, text } from "./template-values.ts";

export interface HostAccount {
  /** Claims of a token of this pool; throws when it is not to be trusted. */
  readonly verify: (token: string) => Promise<Readonly<Record<string, unknown>>>;
  /** A fresh token of the local host, for what the start itself does as a host. */
  accessToken(): string;
}

/** The user pool of the templates, with one local host in it. */
export async function addUserPool(
  deployment: Deployment,
  { userPools, identities }: { readonly userPools: UserPools; readonly identities: Identities },
  host: { readonly username: string; readonly password: string },
): Promise<HostAccount> {
  const pool = one(deployment, "AWS::Cognito::UserPool");
  const policy = object(object(pool.properties, "Policies"), "PasswordPolicy");
  const poolId = pool.identity.ref;
  await userPools.createUserPool({
    poolId,
    name: "hosts",
    clients: deployment.all("AWS::Cognito::UserPoolClient").map(({ identity, properties }) => ({
      clientId: identity.ref,
      explicitAuthFlows: list(properties, "ExplicitAuthFlows").map(String),
      preventUserExistenceErrors: properties["PreventUserExistenceErrors"] === "ENABLED",
    })),
    groups: deployment.all("AWS::Cognito::UserPoolGroup").map(({ properties }) => ({
      name: text(properties, "GroupName"),
    })),
    passwordPolicy: {
      minimumLength: Number(policy["MinimumLength"]),
      requireLowercase: policy["RequireLowercase"] === true,
      requireUppercase: policy["RequireUppercase"] === true,
      requireNumbers: policy["RequireNumbers"] === true,
      requireSymbols: policy["RequireSymbols"] === true,
    },
    allowAdminCreateUserOnly:
      object(pool.properties, "AdminCreateUserConfig")["AllowAdminCreateUserOnly"] === true,
    usernameAttributes: list(pool.properties, "UsernameAttributes").map(String),
    mails: mailTemplates(pool.properties),
  });

  const administrator = identities.administrator.caller;
  const call = (operation: string, input: object): Promise<unknown> =>
    userPools.call(operation, { UserPoolId: poolId, Username: host.username, ...input }, administrator);
  if (!(await isThere(() => call("AdminGetUser", {})))) {
    const attributes = [
      { Name: "email", Value: host.username },
      { Name: "email_verified", Value: "true" },
    ];
    await call("AdminCreateUser", { UserAttributes: attributes, MessageAction: "SUPPRESS" });
    await call("AdminSetUserPassword", { Password: host.password, Permanent: true });
    await call("AdminAddUserToGroup", { GroupName: "hosts" });
  }
  const [client] = deployment.all("AWS::Cognito::UserPoolClient");
  if (client === undefined) throw new Error("the user pool has no client");
  return {
    verify: (token) => userPools.verify(token, poolId),
    accessToken: () => userPools.signInAs(poolId, client.identity.ref, host.username).AccessToken,
  };
}

async function isThere(getUser: () => Promise<unknown>): Promise<boolean> {
  try {
    await getUser();
    return true;
  } catch (error) {
    if (error instanceof AwsError && error.code === "UserNotFoundException") return false;
    throw error;
  }
}
