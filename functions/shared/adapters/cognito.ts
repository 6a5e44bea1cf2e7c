import * as z from "zod";
import type { AwsFetch } from "../aws-fetch.ts";
import { Fault } from "../fault.ts";
import type { HostNames } from "../ports/host-names.ts";

const answerShape = z.object({
  UserAttributes: z.array(z.object({ Name: z.string(), Value: z.string().optional() })),
});

/** The user pool's accounts; who was asked for once is remembered. */
export function createHostNames(fetch: AwsFetch, endpoint: string, userPoolId: string): HostNames {
  const known = new Map<string, string>();
  return {
    async nameOf(username) {
      const name = known.get(username) ?? (await readName(fetch, endpoint, userPoolId, username));
      known.set(username, name);
      return name;
    },
  };
}

async function readName(
  fetch: AwsFetch,
  endpoint: string,
  userPoolId: string,
  username: string,
): Promise<string> {
  try {
    const response = await fetch(`${endpoint}/`, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.1",
        "x-amz-target": "AWSCognitoIdentityProviderService.AdminGetUser",
      },
      body: JSON.stringify({ UserPoolId: userPoolId, Username: username }),
    });
    if (response.status === 400 && response.text().includes("UserNotFoundException")) return username;
    if (!response.ok) throw new Error(`AdminGetUser ${response.status}`);
    const { UserAttributes } = answerShape.parse(response.json());
    return UserAttributes.find(({ Name }) => Name === "email")?.Value ?? username;
  } catch (error) {
    throw new Fault("accounts-unreachable", error);
  }
}
