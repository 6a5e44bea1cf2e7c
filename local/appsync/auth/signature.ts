import { ACCOUNT_ID, AwsError } from "../../aws/service.ts";
import { RequestError, unauthorized } from "../errors.ts";
import type { IamAuthentication } from "../options.ts";
import type { Access, Credentials } from "./access.ts";

/** AppSync names a role's session `ROLEID:SESSION`; the local roles have no id, so their name stands in. */
function usernameOf(arn: string): string {
  const [, role, session] = /:assumed-role\/([^/]+)\/(.+)$/.exec(arn) ?? [];
  return role && session ? `${role}:${session}` : (arn.split("/").at(-1) ?? arn);
}

export async function authenticateSigner(iam: IamAuthentication, credentials: Credentials): Promise<Access> {
  const { headers, signed, sourceIp } = credentials;
  try {
    const caller = await iam.identify({ method: "POST", headers, ...signed });
    const identity = {
      accountId: ACCOUNT_ID,
      cognitoIdentityAuthProvider: null,
      cognitoIdentityAuthType: null,
      cognitoIdentityId: null,
      cognitoIdentityPoolId: null,
      sourceIp: [sourceIp],
      userArn: caller.arn,
      username: usernameOf(caller.arn),
    };
    return { mode: "AWS_IAM", identity, groups: [], deniedFields: [], caller };
  } catch (error) {
    if (error instanceof AwsError) throw new RequestError(error.status, error.code, error.message);
    throw unauthorized();
  }
}
