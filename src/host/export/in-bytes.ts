import type { Language } from "#domain/language";

const units = ["kilobyte", "megabyte", "gigabyte"] as const;

/** `1.2 GB`, as the language writes it. */
export function inBytes(bytes: number, language: Language): string {
  const step = bytes < 999_500 ? 0 : bytes < 999_500_000 ? 1 : 2;
  const value = bytes / 1_000 ** (step + 1);
  return value.toLocaleString(language, {
    style: "unit",
    unit: units[step] ?? "gigabyte",
    maximumFractionDigits: value < 10 ? 1 : 0,
  });
}
