import type { Language } from "#domain/language";

const LEAST = 0.01;

/** `US$1.24`; what is less than a cent is told as that. */
export function inDollars(dollars: number, language: Language): string {
  const told = (value: number): string =>
    value.toLocaleString(language, { style: "currency", currency: "USD", currencyDisplay: "symbol" });
  return dollars > 0 && dollars < LEAST / 2 ? `< ${told(LEAST)}` : told(dollars);
}
