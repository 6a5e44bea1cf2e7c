import { Amplify } from "aws-amplify";
import { fetchAuthSession, signIn, signOut } from "aws-amplify/auth";
import { ConsoleLogger } from "aws-amplify/utils";

/** Where hosts sign in, and the account of one. */
export interface HostDoor {
  readonly userPoolId: string;
  readonly userPoolClientId: string;
  readonly userPoolEndpoint: string;
  readonly host: { readonly username: string; readonly password: string };
}

/** An access token of the host, as the vendor's own client gets one. Throws with the user pool's words. */
export async function signInHost(door: HostDoor): Promise<string> {
  const { userPoolId, userPoolClientId, userPoolEndpoint } = door;
  ConsoleLogger.LOG_LEVEL = "ERROR"; // it warns of every endpoint that is not AWS's own
  Amplify.configure({ Auth: { Cognito: { userPoolId, userPoolClientId, userPoolEndpoint } } });
  await signOut();
  const { nextStep } = await signIn(door.host);
  const token = (await fetchAuthSession()).tokens?.accessToken;
  if (token === undefined) throw new Error(`The host could not sign in: ${nextStep.signInStep}`);
  return token.toString();
}
