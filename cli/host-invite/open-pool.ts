import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import * as z from "zod";
import { findStack } from "../find-stack.ts";
import type { Pool } from "./invite.ts";
import type { Place } from "./options.ts";

/** The outputs of the deployment cannot be read; the message says what to do. */
export class OutputsError extends Error {}

export interface OpenedPool extends Pool {
  /** Where hosts sign in, if that is known. */
  readonly hostUrl?: string;
  /** Where mails lie that only would have been sent. */
  readonly stateUrl?: string;
}

/** The user pool of the running local stack, or of a deployment. Throws with what to do. */
export function openPool(place: Place, cwd: string): Promise<OpenedPool> {
  return place.kind === "local" ? openLocal(place.port) : openAws(place, cwd);
}

async function openLocal(port: number | undefined): Promise<OpenedPool> {
  const { awsEndpointUrl, region, credentials, userPoolId, hostUrl } = await findStack(port);
  const client = new CognitoIdentityProviderClient({ endpoint: awsEndpointUrl, region, credentials });
  return { client, poolId: userPoolId, hostUrl, stateUrl: `${new URL(hostUrl).origin}/local/state.json` };
}

type AwsPlace = Extract<Place, { kind: "aws" }>;

/** Credentials come the way the vendor's client finds them, unless a profile was named. */
async function openAws(place: AwsPlace, cwd: string): Promise<OpenedPool> {
  const poolId = place.poolId ?? (await poolOfOutputs(resolve(cwd, place.outputs ?? "amplify_outputs.json")));
  const region = place.region ?? poolId.replace(/_.*$/, "");
  const { profile } = place;
  const client = new CognitoIdentityProviderClient({ region, ...(profile !== undefined && { profile }) });
  return { client, poolId };
}

const outputsSchema = z.object({ auth: z.object({ user_pool_id: z.string() }) });

async function poolOfOutputs(path: string): Promise<string> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new OutputsError(
      `There is no ${path}. Deploy first, or name the file (--outputs FILE) or the pool (--pool ID).`,
    );
  });
  const parsed = z.string().transform(parseJson).pipe(outputsSchema).safeParse(text);
  if (parsed.success) return parsed.data.auth.user_pool_id;
  throw new OutputsError(`${path} names no user pool; is it what "ampx" wrote? Or name the pool: --pool ID`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
