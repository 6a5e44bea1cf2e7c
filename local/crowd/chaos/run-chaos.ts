import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { openAdministrator } from "../audit/administrator.ts";
import { type Audit, auditWorld } from "../audit/audit-world.ts";
import { readWorld, type Sources } from "../audit/read-world.ts";
import { BoardWitness } from "../board-witness.ts";
import type { CrowdSize } from "../crowd-plan.ts";
import { Gate } from "../gate.ts";
import { performCrowd } from "../perform-crowd.ts";
import { linePhones } from "../phones.ts";
import { planCrowd } from "../plan-crowd.ts";
import type { Sent } from "../sent.ts";
import { faultCommands } from "../../stack/fault-commands.ts";
import { startStack, type Stack } from "../../stack/start-stack.ts";
import { sayGoodbye } from "./say-goodbye.ts";
import { moveTime, settleQueues } from "./settle-queues.ts";
import { type Gust, planStorm, type Storm } from "./plan-storm.ts";

export interface ChaosOptions {
  /** Folder of the clone, and the assembly that was synthesised from it. */
  readonly clone: string;
  readonly assemblyDirectory: string;
  readonly seed: number;
  readonly size: CrowdSize;
  /** False: the same crowd in a healthy world. */
  readonly isStormy?: boolean;
  /** Gets everything that functions and stand-ins write. */
  readonly log?: (line: string) => void;
}

export interface ChaosReport {
  readonly seed: number;
  readonly storm: Storm;
  readonly audit: Audit;
  /** Dead letters that were given a second chance after the storm. */
  readonly redriven: number;
  readonly seconds: number;
}

/** LINE does not say how often it tries again; here often enough that the storm is over before it gives up. */
const REDELIVERY_DELAYS_MS = [200, 400, 800, 1_500, 2_000, 2_000, 2_000, 2_000, 2_000, 2_000];
/** Generous: a busy machine is slow, not wrong. */
const SETTLE_MS = 180_000;
/** Beyond what caches and reply tokens live. */
const AFTERWARDS_MS = 120_000;

const CALM: Storm = { lengthMs: 0, gusts: [], blows: [], clockOffsetMs: 0, setBackMs: 0 };
/** How much longer the storm takes than the crowd. */
const STORM_LENGTH = 1.6;

/** A crowd in a storm, on a stack of its own: heals the world afterwards, lets it finish, and audits it. */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const { seed, size, isStormy = true, log = () => {} } = options;
  const startedAt = performance.now();
  const dataDirectory = mkdtempSync(join(tmpdir(), "egao-chaos-"));
  const storm = isStormy ? planStorm(seed, size.minutes * 60_000 * STORM_LENGTH) : CALM;
  const stack = await startStack({ ...options, dataDirectory, port: 0 });
  const sources = await openSources(stack);
  const mark = (what: string): void =>
    log(`chaos: ${what} after ${((performance.now() - startedAt) / 1_000).toFixed(1)} s`);
  try {
    Object.assign(stack.line.webhooks, { redeliveryDelaysMs: REDELIVERY_DELAYS_MS });
    mark("the doors open");
    const sent = await performInStorm(stack, sources, storm, options);
    mark("the storm is over");
    const redriven = await finishWork(stack, sources, storm);
    mark("all work is done");
    const all = await sayGoodbye(sources.phones, sent, () =>
      settleQueues(stack, sources.administrator, SETTLE_MS),
    );
    mark("everybody has said goodbye");
    moveTime(stack, AFTERWARDS_MS);
    const world = await readWorld(sources, all);
    mark("everything is read");
    const audit = auditWorld(all, world, { isHealthy: !isStormy, setBackMs: storm.setBackMs });
    return { seed, storm, audit, redriven, seconds: (performance.now() - startedAt) / 1_000 };
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
  const commands = faultCommands(stack.services, stack, stack.api);
  const ending = new AbortController();
  const until = async (atMs: number, strike: () => unknown): Promise<void> => {
    const isThere = await pause(atMs, true, { signal: ending.signal }).catch(() => false);
    if (isThere) await strike();
  };
  // The stand-in of LINE lives on the same disk, but phones are not to notice that it is full.
  const gate = new Gate();
  const blow = async ({ faults }: Gust): Promise<void> => {
    const isFull = faults.diskQuotaBytes !== undefined;
    if (isFull) await gate.shut();
    stack.faults.set(faults);
    if (!isFull) gate.open();
  };
  const strikes = [
    ...storm.gusts.map((gust) => until(gust.atMs, () => blow(gust))),
    ...storm.blows.map(({ atMs, kind }) => until(atMs, commands[kind])),
  ];
  try {
    const sent = await performCrowd(planCrowd(seed, size), phones, gate);
    // The storm does not end with the last photo: most of the work comes then.
    await Promise.all(strikes);
    await pause(storm.lengthMs / (storm.gusts.length + 1));
    return sent;
  } finally {
    ending.abort();
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
