import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { openAdministrator } from "../audit/administrator.ts";
import { type Audit, auditWorld } from "../audit/audit-world.ts";
import { readWorld, type Sources } from "../audit/read-world.ts";
import { BoardWitness } from "../board-witness.ts";
import type { CrowdSize } from "../crowd-plan.ts";
import { performCrowd } from "../perform-crowd.ts";
import { linePhones } from "../phones.ts";
import { planCrowd } from "../plan-crowd.ts";
import type { Sent } from "../sent.ts";
import { startStack, type Stack } from "../../stack/start-stack.ts";
import { sayGoodbye } from "./say-goodbye.ts";
import { moveTime, settleQueues } from "./settle-queues.ts";
import { planStorm, type Storm } from "./plan-storm.ts";

export interface ChaosOptions {
  /** Folder of the clone, and the assembly that was synthesised from it. */
  readonly clone: string;
  readonly assemblyDirectory: string;
  readonly seed: number;
  readonly size: CrowdSize;
  /** False: the same crowd in a healthy world. */
  readonly isStormy?: boolean;
}

export interface ChaosReport {
  readonly seed: number;
  readonly storm: Storm;
  readonly audit: Audit;
  /** Dead letters that were given a second chance after the storm. */
  readonly redriven: number;
  readonly seconds: number;
  /** Everything that functions and stand-ins wrote. */
  readonly lines: readonly string[];
}

/** LINE does not say how often it tries again; here often enough that the storm is over before it gives up. */
const REDELIVERY_DELAYS_MS = [200, 400, 800, 1_500, 2_000, 2_000, 2_000, 2_000, 2_000, 2_000];
const SETTLE_MS = 60_000;
/** Beyond what caches and reply tokens live. */
const AFTERWARDS_MS = 120_000;

const CALM: Storm = { gusts: [], blows: [], clockOffsetMs: 0, setBackMs: 0 };

/** A crowd in a storm, on a stack of its own: heals the world afterwards, lets it finish, and audits it. */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const { seed, size, isStormy = true } = options;
  const startedAt = performance.now();
  const dataDirectory = mkdtempSync(join(tmpdir(), "egao-chaos-"));
  const lines: string[] = [];
  const storm = isStormy ? planStorm(seed, size.minutes * 60_000) : CALM;
  const log = (line: string): void => void lines.push(line);
  const stack = await startStack({ ...options, dataDirectory, port: 0, log });
  const sources = await openSources(stack);
  try {
    Object.assign(stack.line.webhooks, { redeliveryDelaysMs: REDELIVERY_DELAYS_MS });
    const sent = await performInStorm(stack, sources, storm, options);
    const redriven = await finishWork(stack, sources, storm);
    const all = await sayGoodbye(sources.phones, sent, () =>
      settleQueues(stack, sources.administrator, SETTLE_MS),
    );
    moveTime(stack, AFTERWARDS_MS);
    const world = await readWorld(sources, all);
    const audit = auditWorld(all, world, { isHealthy: !isStormy, setBackMs: storm.setBackMs });
    return { seed, storm, audit, redriven, seconds: (performance.now() - startedAt) / 1_000, lines };
  } finally {
    sources.witness.close();
    sources.administrator.close();
    await stack.close();
    rmSync(dataDirectory, { recursive: true, force: true });
  }
}

async function openSources({ endpoints }: Stack): Promise<Sources> {
  return {
    address: endpoints,
    administrator: openAdministrator(endpoints),
    phones: linePhones(endpoints.lineApiUrl),
    witness: await BoardWitness.open(endpoints),
  };
}

async function performInStorm(
  stack: Stack,
  { phones }: Sources,
  storm: Storm,
  { seed, size }: ChaosOptions,
): Promise<Sent> {
  const ending = new AbortController();
  const until = async (atMs: number, strike: () => void): Promise<void> => {
    const isThere = await pause(atMs, true, { signal: ending.signal }).catch(() => false);
    if (isThere) strike();
  };
  const strikes = [
    ...storm.gusts.map(({ atMs, faults }) => until(atMs, () => stack.faults.set(faults))),
    ...storm.blows.map(({ atMs, kind }) =>
      until(
        atMs,
        () => void (kind === "kill-workers" ? stack.services.lambda.kill() : stack.api.cutSockets()),
      ),
    ),
  ];
  try {
    return await performCrowd(planCrowd(seed, size), phones);
  } finally {
    ending.abort();
    await Promise.all(strikes);
  }
}

/** The storm is over; the time of the world stays where it is. What rests in dead-letter queues gets its second chance. */
async function finishWork(stack: Stack, { administrator }: Sources, storm: Storm): Promise<number> {
  stack.faults.set({ clockOffsetMs: storm.clockOffsetMs });
  await settleQueues(stack, administrator, SETTLE_MS);
  const redriven = await administrator.redriveDeadLetters();
  if (redriven > 0) await settleQueues(stack, administrator, SETTLE_MS);
  return redriven;
}
