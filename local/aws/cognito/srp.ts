// SRP-6a as Cognito speaks it: RFC 5054's 3072-bit group, SHA-256, numbers hashed in Java's two's complement form,
// and a key derived with the label "Caldera Derived Key".
import { createHash, createHmac, getDiffieHellman, randomBytes } from "node:crypto";

const N = BigInt(`0x${getDiffieHellman("modp15").getPrime("hex")}`);
const G = 2n;
const K = hashOfHex(paddedHex(N) + paddedHex(G));

/** All that is kept of a password. Both are hexadecimal numbers. */
export interface PasswordVerifier {
  readonly salt: string;
  readonly verifier: string;
}

/** The server's half of one sign-in. */
export interface SrpExchange {
  readonly clientA: bigint;
  readonly secretB: bigint;
  readonly publicB: bigint;
}

/** What a password is bound to. `poolName` is the part of the pool's id after the underscore. */
export interface SrpIdentity {
  readonly poolName: string;
  readonly userId: string;
}

export function createVerifier(identity: SrpIdentity, password: string): PasswordVerifier {
  const salt = randomBytes(16).toString("hex");
  return { salt, verifier: verifierOf(identity, password, salt) };
}

export function isPassword(identity: SrpIdentity, password: string, stored: PasswordVerifier): boolean {
  return verifierOf(identity, password, stored.salt) === stored.verifier;
}

/** `clientA` is the client's hexadecimal SRP_A; undefined when it is not one that SRP allows. */
export function startExchange(clientA: string, stored: PasswordVerifier): SrpExchange | undefined {
  if (!/^[0-9a-f]+$/i.test(clientA)) return undefined;
  const a = BigInt(`0x${clientA}`);
  if (a % N === 0n) return undefined;
  const secretB = BigInt(`0x${randomBytes(32).toString("hex")}`);
  const publicB = (K * BigInt(`0x${stored.verifier}`) + power(G, secretB)) % N;
  return { clientA: a, secretB, publicB };
}

/** The claim (base64) that only somebody who knows the password can make. */
export function expectedClaim(
  { poolName, userId }: SrpIdentity,
  stored: PasswordVerifier,
  { clientA, secretB, publicB }: SrpExchange,
  secretBlock: Buffer,
  timestamp: string,
): string {
  const scramble = hashOfHex(paddedHex(clientA) + paddedHex(publicB));
  const shared = power(clientA * power(BigInt(`0x${stored.verifier}`), scramble), secretB);
  const extracted = hmac(Buffer.from(paddedHex(scramble), "hex"), Buffer.from(paddedHex(shared), "hex"));
  const key = hmac(extracted, Buffer.from("Caldera Derived Key\u0001")).subarray(0, 16);
  const message = Buffer.concat([Buffer.from(poolName + userId), secretBlock, Buffer.from(timestamp)]);
  return hmac(key, message).toString("base64");
}

function verifierOf({ poolName, userId }: SrpIdentity, password: string, salt: string): string {
  const inner = createHash("sha256").update(`${poolName}${userId}:${password}`).digest("hex");
  return power(G, hashOfHex(paddedHex(BigInt(`0x${salt}`)) + inner)).toString(16);
}

function hashOfHex(hex: string): bigint {
  return BigInt(`0x${createHash("sha256").update(Buffer.from(hex, "hex")).digest("hex")}`);
}

const hmac = (key: Buffer, message: Buffer): Buffer => createHmac("sha256", key).update(message).digest();

/** Even length, and a leading zero byte where the first bit would read as a sign. */
function paddedHex(value: bigint): string {
  const hex = value.toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  return /^[89a-f]/.test(even) ? `00${even}` : even;
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = base % N;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % N;
    square = (square * square) % N;
  }
  return result;
}
