import { randomInt } from "node:crypto";
import { AwsError } from "../service.ts";
import type { PasswordPolicy } from "./pool-options.ts";

const SYMBOLS = "^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+-";
const LOWER = "abcdefghijkmnpqrstuvwxyz";
const UPPER = "ABCDEFGHJKLMNPQRSTUVWXYZ";
const DIGITS = "23456789";

/** Throws Cognito's InvalidPasswordException with its own words. */
export function checkPassword(policy: PasswordPolicy, password: string): void {
  const { minimumLength = 8 } = policy;
  const rules: readonly (readonly [boolean, string])[] = [
    [password.length >= minimumLength, "Password not long enough"],
    [password.length <= 256, "Password is too long"],
    [!policy.requireLowercase || /[a-z]/.test(password), "Password must have lowercase characters"],
    [!policy.requireUppercase || /[A-Z]/.test(password), "Password must have uppercase characters"],
    [!policy.requireNumbers || /[0-9]/.test(password), "Password must have numeric characters"],
    [!policy.requireSymbols || hasSymbol(password), "Password must have symbol characters"],
  ];
  const broken = rules.find(([kept]) => !kept);
  if (broken) {
    throw new AwsError("InvalidPasswordException", `Password did not conform with policy: ${broken[1]}`);
  }
}

/** A space counts as a symbol unless it is the first or last character. */
function hasSymbol(password: string): boolean {
  return [...password].some((letter) => SYMBOLS.includes(letter)) || password.trim().includes(" ");
}

/** A random password that every policy of Cognito's kinds allows. */
export function randomPassword(policy: PasswordPolicy): string {
  const kinds = [LOWER, UPPER, DIGITS, "!@#%&*?-_"];
  const length = Math.max(12, policy.minimumLength ?? 8);
  const letters = Array.from({ length }, (_, index) => pick(kinds[index % kinds.length] ?? LOWER));
  for (let at = letters.length - 1; at > 0; at--) {
    const other = randomInt(at + 1);
    [letters[at], letters[other]] = [letters[other] ?? "", letters[at] ?? ""];
  }
  return letters.join("");
}

const pick = (letters: string): string => letters[randomInt(letters.length)] ?? "";
