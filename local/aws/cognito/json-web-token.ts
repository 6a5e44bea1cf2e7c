import { createPrivateKey, createPublicKey, createSign, createVerify } from "node:crypto";
import type { PoolState } from "./pool-state.ts";

type SigningKey = PoolState["keys"]["id"];
export type Claims = Readonly<Record<string, unknown>>;

export interface DecodedToken {
  readonly kid: unknown;
  readonly algorithm: unknown;
  readonly claims: Claims;
}

export function signToken(key: SigningKey, claims: Claims): string {
  const signed = `${encode({ kid: key.kid, alg: "RS256" })}.${encode(claims)}`;
  const signature = createSign("RSA-SHA256")
    .update(signed)
    .sign(createPrivateKey(key.privateKeyPem), "base64url");
  return `${signed}.${signature}`;
}

/** Undefined for what has not the form of a token. Nothing is verified. */
export function decodeToken(token: string): DecodedToken | undefined {
  const [header, payload, signature, ...rest] = token.split(".");
  if (!header || !payload || !signature || rest.length > 0) return undefined;
  const [head, claims] = [decode(header), decode(payload)];
  return head && claims ? { kid: head["kid"], algorithm: head["alg"], claims } : undefined;
}

export function isSignedBy(token: string, key: SigningKey): boolean {
  const at = token.lastIndexOf(".");
  const publicKey = createPublicKey(createPrivateKey(key.privateKeyPem));
  const verifier = createVerify("RSA-SHA256").update(token.slice(0, at));
  return verifier.verify(publicKey, token.slice(at + 1), "base64url");
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

function decode(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
