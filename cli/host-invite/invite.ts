import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminGetUserCommand,
  type AdminGetUserCommandOutput,
  AdminListGroupsForUserCommand,
  type CognitoIdentityProviderClient,
  UserNotFoundException,
} from "@aws-sdk/client-cognito-identity-provider";

const GROUP = "hosts";

/** What has become of an invitation. */
export interface Invitation {
  readonly mail: "sent" | "sent-again" | "none";
  /** Whether the person was a host before. */
  readonly wasHost: boolean;
  /** Has an own password, so there is nothing to send again. */
  readonly hasSignedIn: boolean;
  /** An administrator has shut the account; inviting does not open it. */
  readonly isDisabled: boolean;
}

export interface Pool {
  readonly client: CognitoIdentityProviderClient;
  readonly poolId: string;
}

/** Makes somebody a host. Safe to repeat, also after it broke off. Throws what the vendor's client throws. */
export async function invite(pool: Pool, email: string, resend: boolean): Promise<Invitation> {
  const known = await find(pool, email);
  const hasSignedIn = known !== undefined && known.UserStatus !== "FORCE_CHANGE_PASSWORD";
  const mail = known === undefined ? "sent" : resend && !hasSignedIn ? "sent-again" : "none";
  const wasHost = known !== undefined && (await isHost(pool, email));
  if (mail !== "none") await send(pool, email, mail);
  const { client, poolId } = pool;
  const member = { UserPoolId: poolId, Username: email, GroupName: GROUP };
  if (!wasHost) await client.send(new AdminAddUserToGroupCommand(member));
  return { mail, wasHost, hasSignedIn, isDisabled: known?.Enabled === false };
}

async function find({ client, poolId }: Pool, email: string): Promise<AdminGetUserCommandOutput | undefined> {
  try {
    return await client.send(new AdminGetUserCommand({ UserPoolId: poolId, Username: email }));
  } catch (error) {
    if (error instanceof UserNotFoundException) return undefined;
    throw error;
  }
}

async function isHost({ client, poolId }: Pool, email: string): Promise<boolean> {
  const asked = { UserPoolId: poolId, Username: email };
  const { Groups = [] } = await client.send(new AdminListGroupsForUserCommand(asked));
  return Groups.some(({ GroupName }) => GroupName === GROUP);
}

async function send({ client, poolId }: Pool, email: string, mail: "sent" | "sent-again"): Promise<void> {
  await client.send(
    new AdminCreateUserCommand({
      UserPoolId: poolId,
      Username: email,
      DesiredDeliveryMediums: ["EMAIL"],
      ...(mail === "sent-again"
        ? { MessageAction: "RESEND" }
        : {
            UserAttributes: [
              { Name: "email", Value: email },
              // The mail with the password proves the address; without this no code could ever be sent to it.
              { Name: "email_verified", Value: "true" },
            ],
          }),
    }),
  );
}
