import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { auditTable } from "../../local/crowd/audit/audit-table.ts";
import { buildPages } from "../../local/pages/build-pages.ts";
import { clone } from "../fixtures/clone.ts";
import { killNine } from "./kill-nine.ts";

const usage = `npm run crash -- [options]
  --kills N    how often everything is killed (otherwise 200, about 15 minutes)
  --seed N     the same seed kills and sends the same (otherwise any)
  --guests N   how many guests go on (otherwise 24)
  --keep       leave the data where they are, also when all is well`;

const options = readOptions();
// So that the stack of the moment goes too.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
const dataDirectory = mkdtempSync(join(tmpdir(), "egao-crash-"));
await buildPages(clone);
console.log(`seed ${options.seed} · data in ${dataDirectory}`);
const { audit, ...numbers } = await killNine({
  ...options,
  dataDirectory,
  // About what one worker gets done: who waits in a queue all the time is killed nowhere.
  pauseMs: 500,
  log: (line) => console.log(`  ${line}`),
});
console.log(
  Object.entries(numbers)
    .map(([name, number]) => `${name} ${number}`)
    .join(" · "),
);
console.log(auditTable(audit));
if (audit.isClean && !options.keep) rmSync(dataDirectory, { recursive: true, force: true });
process.exitCode = audit.isClean ? 0 : 1;

function readOptions(): { kills: number; seed: number; guests: number; keep: boolean } {
  try {
    const { values } = parseArgs({
      options: {
        kills: { type: "string", default: "200" },
        seed: { type: "string", default: String(Math.floor(Math.random() * 1e9)) },
        guests: { type: "string", default: "24" },
        keep: { type: "boolean", default: false },
      },
    });
    const [kills, seed, guests] = [values.kills, values.seed, values.guests].map(Number);
    if (!isCount(kills) || !isCount(seed) || !isCount(guests)) throw new Error("numbers must be whole ones");
    return { kills, seed, guests, keep: values.keep };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exit(1);
  }
}

function isCount(value: number | undefined): value is number {
  return value !== undefined && Number.isInteger(value) && value >= 0;
}
