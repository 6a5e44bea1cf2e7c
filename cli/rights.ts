import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readAssembly } from "../local/cloudformation/assembly.ts";
import { deploy } from "../local/cloudformation/deployment.ts";
import { synthesise } from "../local/synth/synthesise.ts";
import { type ProductRight, productRights } from "./rights/product-rights.ts";
import { type Finding, isUnneeded, tableOf, withTable } from "./rights/report.ts";
import { type Ground, type Outcome, tryWithout } from "./rights/try-without.ts";

// Takes every right of every role of the product away, one at a time, and sees who misses it.
//   npm run rights [-- --only TEXT]      only rights that hold the text; then docs/rights.md stays as it is
const { values } = parseArgs({ options: { only: { type: "string" } } });
const AT_A_TIME = 2;
const document = new URL("../docs/rights.md", import.meta.url);

const clone = process.cwd();
const { directory } = await synthesise(clone);
const deployment = deploy(readAssembly(directory), { aws: "http://127.0.0.1:1" });
const ground: Ground = {
  clone,
  assemblyDirectory: directory,
  queues: deployment
    .all("AWS::Lambda::EventSourceMapping")
    .map(({ properties }) => String(properties["EventSourceArn"]).split(":").at(-1) ?? ""),
};

const withAll = await twice(undefined);
if (withAll.kind !== "not missed") {
  throw new Error(`with all rights: ${withAll.step} ${withAll.kind}: ${withAll.words}`);
}
const startedAt = Date.now();
const rights = productRights(deployment).filter((right) => JSON.stringify(right).includes(values.only ?? ""));
const outcomes = new Map<ProductRight, Outcome>();
const waiting = [...rights];
await Promise.all(Array.from({ length: AT_A_TIME }, work));

const findings: Finding[] = rights.flatMap((right) => {
  const outcome = outcomes.get(right);
  return outcome === undefined ? [] : [{ right, outcome }];
});
const unneeded = findings.filter(isUnneeded);
console.log(`\n${tableOf(findings)}\n`);
console.log(
  `${findings.length} rights in ${Math.round((Date.now() - startedAt) / 1000)} s, ${unneeded.length} needed by nothing`,
);
if (values.only === undefined) {
  writeFileSync(document, withTable(readFileSync(document, "utf8"), tableOf(findings)));
}
// Threads of functions that were stopped in the middle of a call need not be waited for.
process.exit(unneeded.length === 0 ? 0 : 1);

async function work(): Promise<void> {
  for (let right = waiting.shift(); right !== undefined; right = waiting.shift()) {
    const outcome = await twice(right);
    outcomes.set(right, outcome);
    const found = outcome.kind === "not missed" ? "nothing" : `${outcome.step} (${outcome.kind})`;
    console.log(`${right.owner} ${right.action} ${right.resource}: ${found}`);
  }
}

/** A step that failed without a refused call may have failed by itself: only what fails again counts. */
async function twice(right: ProductRight | undefined): Promise<Outcome> {
  const outcome = await tryWithout(right, ground);
  return outcome.kind === "failed" ? tryWithout(right, ground) : outcome;
}
