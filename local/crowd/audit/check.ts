/** One rule, on how many cases it was tried, and which ones broke it: ids only, nothing of LINE's users. */
export interface Check {
  readonly name: string;
  readonly cases: number;
  readonly violations: readonly string[];
}

/** Tries a rule on every case; `broken` says what is wrong, or nothing. */
export function check<T>(name: string, cases: readonly T[], broken: (item: T) => string | undefined): Check {
  const violations = cases.flatMap((item) => broken(item) ?? []);
  return { name, cases: cases.length, violations };
}

/** The expected beside the found, when they differ. */
export function difference(what: string, found: unknown, expected: unknown): string | undefined {
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)];
  return a === b ? undefined : `${what}: ${a ?? "nothing"} instead of ${b ?? "nothing"}`;
}
