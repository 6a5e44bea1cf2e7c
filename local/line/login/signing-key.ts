import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createHmac, generateKeyPairSync } from "node:crypto";
import { calculateJwkThumbprint, importJWK, type CryptoKey, type JWK } from "jose";
import * as z from "zod";
import { Disk } from "../../faults/disk.ts";

const privateJwk = z.object({
  kty: z.literal("EC"),
  crv: z.literal("P-256"),
  x: z.string(),
  y: z.string(),
  d: z.string(),
});
type PrivateJwk = z.infer<typeof privateJwk>;

/** The pair that signs ID tokens: ES256, named by its thumbprint. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  /** As it stands in the key set. */
  readonly publicJwk: JWK;
  /** A secret that lives exactly as long as the pair. */
  readonly sealKey: string;
}

/** Reads the pair that the directory keeps, or makes a new one and keeps it there. */
export async function loadSigningKey(directory: string | undefined): Promise<SigningKey> {
  return signingKeyFrom(directory === undefined ? newPrivateJwk() : keptPrivateJwk(directory));
}

export function newPrivateJwk(): PrivateJwk {
  const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return privateJwk.parse(pair.privateKey.export({ format: "jwk" }));
}

export async function signingKeyFrom(jwk: PrivateJwk): Promise<SigningKey> {
  const { d: _private, ...publicJwk } = jwk;
  const kid = await calculateJwkThumbprint(publicJwk);
  return {
    kid,
    privateKey: await ellipticKey(jwk),
    publicKey: await ellipticKey(publicJwk),
    publicJwk: { ...publicJwk, kid, use: "sig", alg: "ES256" },
    sealKey: createHmac("sha256", "access tokens").update(jwk.d).digest("hex"),
  };
}

async function ellipticKey(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, "ES256");
  if (key instanceof Uint8Array) throw new Error("the kept key of the login is not an elliptic curve key");
  return key;
}

function keptPrivateJwk(directory: string): PrivateJwk {
  const path = join(directory, "line-login-key.json");
  const kept = readIfThere(path);
  if (kept !== undefined) return parseKept(kept, path);
  const jwk = newPrivateJwk();
  mkdirSync(directory, { recursive: true });
  new Disk().replace(path, JSON.stringify(jwk), { mode: 0o600 });
  return jwk;
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

function parseKept(text: string, path: string): PrivateJwk {
  try {
    return privateJwk.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(`${path} holds no private key; remove it and start again`, { cause });
  }
}
