import type { Audit } from "./audit-world.ts";

const MOST_SHOWN = 5;

/** The audit for people: numbers, one line per rule, and what broke it. */
export function auditTable({ counts, checks }: Audit): string {
  const numbers = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
  const width = Math.max(...checks.map(({ name }) => name.length));
  const lines = checks.flatMap(({ name, cases, violations }) => [
    `  ${violations.length === 0 ? "ok " : "BAD"} ${name.padEnd(width)} ${String(cases).padStart(6)} ${
      violations.length === 0 ? "" : `${violations.length} wrong`
    }`.trimEnd(),
    ...violations.slice(0, MOST_SHOWN).map((violation) => `        ${violation}`),
  ]);
  return [`  ${numbers.join(" · ")}`, ...lines].join("\n");
}
