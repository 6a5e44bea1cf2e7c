/** What the user pool asks of a password (Amplify's policy; a test holds both together). */
export const passwordRules = ["length", "lower", "upper", "digit", "symbol"] as const;
export type PasswordRule = (typeof passwordRules)[number];

/** Characters. */
export const LEAST_LENGTH = 8;

const kept: Readonly<Record<PasswordRule, (password: string) => boolean>> = {
  length: (password) => password.length >= LEAST_LENGTH,
  lower: (password) => /[a-z]/.test(password),
  upper: (password) => /[A-Z]/.test(password),
  digit: (password) => /[0-9]/.test(password),
  symbol: (password) => /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+-]/.test(password),
};

export function isKept(rule: PasswordRule, password: string): boolean {
  return kept[rule](password);
}

export function isGoodPassword(password: string): boolean {
  return passwordRules.every((rule) => isKept(rule, password));
}
