import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Audit } from "../local/crowd/audit/audit-world.ts";
import { auditTable } from "../local/crowd/audit/audit-table.ts";
import { describeStorm } from "../local/crowd/chaos/describe-storm.ts";
import { runChaos } from "../local/crowd/chaos/run-chaos.ts";
import { planStorm } from "../local/crowd/chaos/plan-storm.ts";
import { planCrowd } from "../local/crowd/plan-crowd.ts";
import { stackAddressSchema } from "../local/crowd/stack-address.ts";
import { visitStack } from "../local/crowd/visit-stack.ts";
import { synthesise } from "../local/synth/synthesise.ts";

const usage = `npm run chaos -- [options]
  a crowd of guests in a storm of faults, on a local stack of its own; afterwards everything that was sent is compared
  with what is stored, ranked, published, replied and kept in files. Ends with 1 if anything is wrong
  --seed N              the first seed, and so the same crowd and storm again (1)
  --seeds K             so many seeds, one after the other (1)
  --minutes M           how long each crowd sends (0.1)
  --guests G --photos P how many (6 and 16)
  --width W             pictures of so many pixels are read quickly (400)
  --minutes-in-total T  begin no further seed after that
  --calm                the same crowd without a storm
  --port N              the same crowd without a storm and in real time on the Egao that runs there`;

const clone = process.cwd();
const MOST_LINES = 40;

interface Options {
  readonly seed: number;
  readonly seeds: number;
  readonly minutes: number;
  readonly guests: number;
  readonly photos: number;
  readonly width: number;
  readonly minutesInTotal: number;
  readonly isCalm: boolean;
  /** Of a stack that runs already. */
  readonly port?: number;
}

// Every client would say that it wants a newer Node than this project asks for.
process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true";
try {
  const options = readOptions();
  const failed = options.port === undefined ? await runSeeds(options) : await visit(options.port, options);
  for (const seed of failed) console.log(`Again: ${repeating(seed, options)}`);
  process.exit(failed.length === 0 ? 0 : 1);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
}

/** The seeds that did not end well. */
async function runSeeds(options: Options): Promise<readonly number[]> {
  const { directory } = await synthesise(clone);
  const endsAt = performance.now() + options.minutesInTotal * 60_000;
  const failed: number[] = [];
  for (let seed = options.seed; seed < options.seed + options.seeds; seed += 1) {
    if (performance.now() > endsAt) {
      console.log(`The time is over: ${seed - options.seed} of ${options.seeds} seeds were run.`);
      break;
    }
    if (!(await isWeathered(seed, options, directory))) failed.push(seed);
  }
  return failed;
}

async function visit(port: number, options: Options): Promise<readonly number[]> {
  const { seed, guests, photos, minutes, width } = options;
  const response = await fetch(`http://127.0.0.1:${port}/local/endpoints.json`);
  const address = stackAddressSchema.parse(await response.json());
  const plan = planCrowd(seed, { guests, photos, minutes, pictureWidth: width });
  const audit = await visitStack(address, plan);
  console.log(auditTable(audit));
  return audit.isClean ? [] : [seed];
}

async function isWeathered(seed: number, options: Options, assemblyDirectory: string): Promise<boolean> {
  const { guests, photos, minutes, width, isCalm } = options;
  const size = { guests, photos, minutes, pictureWidth: width };
  const lines: string[] = [];
  const log = (line: string): void => void lines.push(line);
  try {
    const report = await runChaos({ clone, assemblyDirectory, seed, size, isStormy: !isCalm, log });
    const { audit, storm, redriven, seconds } = report;
    const verdict = audit.isClean ? "clean" : "WRONG";
    console.log(`seed ${seed}: ${verdict}, ${seconds.toFixed(1)} s, storm: ${describeStorm(storm)}`);
    console.log(`  redriven from dead letters: ${redriven}`);
    console.log(auditTable(audit));
    if (!audit.isClean) showLines(seed, lines, suspectsOf(audit));
    return audit.isClean;
  } catch (error) {
    console.log(`seed ${seed}: FAILED, storm: ${isCalm ? "none" : describeStorm(planStorm(seed, minutes))}`);
    console.log(error);
    showLines(seed, lines, []);
    return false;
  }
}

/** Photos that broken rules name. */
function suspectsOf({ checks }: Audit): readonly string[] {
  return checks.flatMap(({ violations }) => violations.flatMap((words) => words.match(/\d{15,}/g) ?? []));
}

/** What happened to the suspects, and where everything else stands. */
function showLines(seed: number, lines: readonly string[], suspects: readonly string[]): void {
  const path = join(tmpdir(), `egao-chaos-${seed}.log`);
  writeFileSync(path, lines.join("\n"));
  const telling = lines.filter((line) => suspects.some((suspect) => line.includes(suspect)));
  for (const line of telling.slice(0, MOST_LINES)) console.log(`    ${line}`);
  console.log(`  All ${lines.length} lines: ${path}`);
}

function repeating(seed: number, { minutes, guests, photos, width, isCalm, port }: Options): string {
  const size = `--minutes ${minutes} --guests ${guests} --photos ${photos} --width ${width}`;
  return `npm run chaos -- --seed ${seed} ${size}${isCalm ? " --calm" : ""}${port === undefined ? "" : ` --port ${port}`}`;
}

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      seed: { type: "string", default: "1" },
      seeds: { type: "string", default: "1" },
      minutes: { type: "string", default: "0.1" },
      guests: { type: "string", default: "6" },
      photos: { type: "string", default: "16" },
      width: { type: "string", default: "400" },
      "minutes-in-total": { type: "string", default: "1440" },
      calm: { type: "boolean", default: false },
      port: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) throw new Error(usage);
  const number = (name: Exclude<keyof typeof values, "calm" | "help">): number => {
    const value = Number(values[name]);
    if (Number.isFinite(value) && value >= 0) return value;
    throw new Error(`--${name} takes a number, not ${values[name]}\n\n${usage}`);
  };
  return {
    seed: number("seed"),
    seeds: number("seeds"),
    minutes: number("minutes"),
    guests: number("guests"),
    photos: number("photos"),
    width: number("width"),
    minutesInTotal: number("minutes-in-total"),
    isCalm: values.calm,
    ...(values.port !== undefined && { port: number("port") }),
  };
}
