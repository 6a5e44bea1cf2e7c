import { createPrivateKey, createPublicKey, generateKeyPair, randomBytes } from "node:crypto";
import { promisify } from "node:util";
import type { PoolState } from "./pool-state.ts";

export interface JsonWebKey {
  readonly alg: "RS256";
  readonly e: string;
  readonly kid: string;
  readonly kty: "RSA";
  readonly n: string;
  readonly use: "sig";
}

export async function createSigningKeys(): Promise<PoolState["keys"]> {
  const [id, access] = await Promise.all([createSigningKey(), createSigningKey()]);
  return { id, access };
}

async function createSigningKey(): Promise<PoolState["keys"]["id"]> {
  const { privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: 2048 });
  const privateKeyPem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  return { kid: randomBytes(32).toString("base64"), privateKeyPem };
}

export function publicJwks(keys: PoolState["keys"]): { keys: JsonWebKey[] } {
  return {
    keys: [keys.id, keys.access].map(({ kid, privateKeyPem }) => {
      const { n = "", e = "" } = createPublicKey(createPrivateKey(privateKeyPem)).export({ format: "jwk" });
      return { alg: "RS256", e, kid, kty: "RSA", n, use: "sig" };
    }),
  };
}
