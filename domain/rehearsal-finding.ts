/** What should not be after a rehearsal (H6), as its report names it. */
export const rehearsalFindings = [
  "kept-though-unsent",
  "not-kept",
  "not-through",
  "not-answered",
  "not-ranked-so",
  "ranked-without-photos",
  "kept-twice",
  "answered-twice",
  "ranked-twice",
] as const;
export type RehearsalFinding = (typeof rehearsalFindings)[number];

/** A finding of a report: what, and which photo, answer or guest. A code that is not known here is its own name. */
export function readFinding(finding: string): {
  readonly code: RehearsalFinding | undefined;
  readonly name: string;
  readonly subject: string;
} {
  const [name = "", subject = ""] = finding.split(" ");
  return { code: rehearsalFindings.find((known) => known === name), name, subject };
}
