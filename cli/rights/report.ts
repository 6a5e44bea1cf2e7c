import type { ProductRight } from "./product-rights.ts";
import { reasonToKeep } from "./kept-rights.ts";
import type { Outcome } from "./try-without.ts";

export interface Finding {
  readonly right: ProductRight;
  readonly outcome: Outcome;
}

/** Whether a right is neither missed nor kept for a reason. */
export function isUnneeded({ right, outcome }: Finding): boolean {
  return outcome.kind === "not missed" && reasonToKeep(right) === undefined;
}

function neededBy({ right, outcome }: Finding): string {
  if (outcome.kind !== "not missed") return outcome.step;
  const reason = reasonToKeep(right);
  return reason === undefined ? "**nothing**" : `kept: ${reason}`;
}

/** `arn:aws:appsync:REGION:ACCOUNT:apis/ID/types/Query/fields/guest` is read as `Query.guest`. */
function shortResource(resource: string): string {
  return resource
    .replace(/^arn:aws:[^:]*:[^:]*:\d*:(?:apis\/[^/]+\/)?/, "")
    .replace(/^types\/(\w+)\/fields\/(\w+)$/, "$1.$2")
    .replace(/^(table\/\w+)-[a-z0-9]{26}-NONE/, "$1")
    .replaceAll("*", String.raw`\*`);
}

/** The findings as a table in Markdown: role, action, resource, needed by. */
export function tableOf(findings: readonly Finding[]): string {
  const rows = findings.map((finding) => {
    const { owner, action, resource } = finding.right;
    return `| ${owner} | \`${action}\` | ${shortResource(resource)} | ${neededBy(finding)} |`;
  });
  return ["| role of | action | resource | needed by |", "|---|---|---|---|", ...rows].join("\n");
}

const MARKS = /(<!-- found -->)[^]*(<!-- \/found -->)/;

/** The document with its table replaced. Throws when it has no place for one. */
export function withTable(document: string, table: string): string {
  if (!MARKS.test(document)) throw new Error("the document has no <!-- found --> … <!-- /found -->");
  return document.replace(MARKS, (_, before: string, after: string) => `${before}\n${table}\n${after}`);
}
