import { Amplify } from "aws-amplify";
import { generateClient } from "aws-amplify/api";
import { answerInTime } from "./answer-in-time.ts";
import { parseOutputs, type Outputs } from "./outputs.ts";
import { isTokenRefused } from "./token-refusal.ts";

/**
 * How a request proves itself: the public API key, a guest's session token as `startSession` gave it, or the signed-in
 * host, whose tokens Amplify keeps and renews.
 */
export type Credential =
  | { readonly kind: "public" }
  | { readonly kind: "guest"; readonly token: string }
  | { readonly kind: "host" };

export const PUBLIC: Credential = { kind: "public" };
export const HOST: Credential = { kind: "host" };

const client = generateClient();
let connected: Promise<Outputs> | undefined;

/**
 * Reads `/amplify_outputs.json` and configures Amplify, once for the page. Rejects when the file cannot be read or
 * is not what Amplify writes; the next call tries again.
 */
export function connectBackend(): Promise<Outputs> {
  connected ??= answerInTime(readOutputs(), () => {}).catch((error: unknown) => {
    connected = undefined;
    throw error;
  });
  return connected;
}

async function readOutputs(): Promise<Outputs> {
  const response = await fetch("/amplify_outputs.json", { cache: "no-store" });
  if (!response.ok) throw new Error(`amplify_outputs.json answered ${response.status}`);
  const file: unknown = await response.json();
  const outputs = parseOutputs(file);
  Amplify.configure(outputs.amplify);
  return outputs;
}

/**
 * Runs a query or mutation and resolves to its `data`, not yet trusted. Rejects with what Amplify throws: an object
 * with `errors` where the API refused, an Error where the network did.
 */
export async function request(
  query: string,
  variables: Record<string, unknown>,
  credential: Credential = PUBLIC,
): Promise<unknown> {
  const ask = async (): Promise<unknown> => {
    const asked = client.graphql({ query, variables, ...proof(credential) });
    if (!(asked instanceof Promise)) throw new Error("a subscription is not answered");
    const answer = await answerInTime(asked, () => client.cancel(asked, "no answer in time"));
    return "data" in answer ? answer.data : undefined;
  };
  return credential.kind === "host" ? askWithFreshToken(ask) : ask();
}

/** A host's token may be refused before its time; a new one is had without a word, or the session is over. */
async function askWithFreshToken(ask: () => Promise<unknown>): Promise<unknown> {
  try {
    return await ask();
  } catch (error) {
    if (!isTokenRefused(error)) throw error;
    // Only hosts' pages bring what this needs.
    const { renewSession } = await import("./renew-session.ts");
    if (!(await renewSession())) throw error;
    return ask();
  }
}

/** What a subscription reports. After `onError` it is over; Amplify itself repairs a lost connection. */
export interface Listener {
  readonly onMessage: (message: unknown) => void;
  readonly onError: (error: unknown) => void;
}

/** Starts a subscription; the returned function ends it. `onMessage` gets each message's `data`, not yet trusted. */
export function listen(
  query: string,
  variables: Record<string, unknown>,
  listener: Listener,
  credential: Credential = PUBLIC,
): () => void {
  const answer = client.graphql({ query, variables, ...proof(credential) });
  if (!("subscribe" in answer)) throw new Error("not a subscription");
  const subscription = answer.subscribe({
    next: (message) => listener.onMessage(message.data),
    error: listener.onError,
  });
  return () => subscription.unsubscribe();
}

function proof(credential: Credential) {
  switch (credential.kind) {
    case "public":
      return { authMode: "apiKey" as const };
    case "guest":
      return { authMode: "lambda" as const, authToken: credential.token };
    case "host":
      return { authMode: "userPool" as const };
  }
}
