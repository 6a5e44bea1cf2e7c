import { setMaxListeners } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { type Audit, auditWorld } from "../audit/audit-world.ts";
import { readWorld, type Sources } from "../audit/read-world.ts";
import type { CrowdSize } from "#domain/crowd/crowd-plan";
import { Gate } from "../gate.ts";
import { performCrowd } from "../perform-crowd.ts";
import { planCrowd } from "../plan-crowd.ts";
import { sayGoodbye } from "../say-goodbye.ts";
import type { Sent } from "../sent.ts";
import { openSources } from "../visit-stack.ts";
import { faultCommands } from "../../stack/fault-commands.ts";
import type { Stack } from "../../stack/stack.ts";
import { startStack } from "../../stack/start-stack.ts";
import { createTemporaryHome } from "../../stack/temporary-home.ts";
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

/**
 * LINE does not say how often it tries again; here often enough that the storm is over before it gives up. It waits
 * longer than the real one: a busy machine is to be slow, and not a storm of its own.
 */
const WEBHOOKS = {
  timeoutMs: 10_000,
  redeliveryDelaysMs: [200, 400, 800, 1_500, 2_000, 3_000, 4_000, 5_000, 5_000, 5_000],
};
/** Generous: a busy machine is slow, not wrong. */
const SETTLE_MS = 180_000;
/** Beyond what caches and reply tokens live. */
const AFTERWARDS_MS = 120_000;

const CALM: Storm = { lengthMs: 0, gusts: [], blows: [], clockOffsetMs: 0, setBackMs: 0 };

/** A crowd in a storm, on a stack of its own: heals the world afterwards, lets it finish, and audits it. */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const home = createTemporaryHome("chaos");
  try {
    const stack = await startStack({ ...options, dataDirectory: home.directory, port: 0 });
    try {
      return await weather(stack, options);
    } finally {
      await stack.close();
    }
  } finally {
    home.remove();
  }
}

async function weather(stack: Stack, options: ChaosOptions): Promise<ChaosReport> {
  const { seed, size, isStormy = true, log = () => {} } = options;
  const startedAt = performance.now();
  const seconds = (): number => (performance.now() - startedAt) / 1_000;
  const mark = (what: string): void => log(`chaos: ${what} after ${seconds().toFixed(1)} s`);
  const storm = isStormy ? planStorm(seed, size.minutes) : CALM;
  Object.assign(stack.line.webhooks, WEBHOOKS);
  await stack.services.rekognition.warm();
  const sources = await openSources(stack.endpoints);
  try {
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
    return { seed, storm, audit, redriven, seconds: seconds() };
  } finally {
    sources.close();
  }
}

async function performInStorm(
  stack: Stack,
  { phones }: Sources,
  storm: Storm,
  { seed, size }: ChaosOptions,
): Promise<Sent> {
  const ending = new AbortController();
  // Every gust and blow waits on it: no leak.
  setMaxListeners(0, ending.signal);
  // The stand-in of LINE lives on the same disk, but phones are not to notice that it is full.
  const gate = new Gate();
  try {
    const [sent] = await Promise.all([
      performCrowd(planCrowd(seed, size), { phones, gate }),
      // The storm does not end with the last photo: most of the work comes then.
      rage(stack, storm, gate, ending.signal),
    ]);
    return sent;
  } finally {
    ending.abort();
  }
}

async function rage(stack: Stack, storm: Storm, gate: Gate, signal: AbortSignal): Promise<void> {
  const commands = faultCommands(stack.services, stack, stack.api);
  const isFull = (): boolean => stack.faults.plan.diskQuotaBytes !== undefined;
  const until = async (atMs: number, strike: () => unknown): Promise<void> => {
    const isThere = await pause(atMs, true, { signal }).catch(() => false);
    if (isThere) await strike();
  };
  const turn = async ({ faults }: Gust): Promise<void> => {
    if (faults.diskQuotaBytes !== undefined) await gate.shut();
    stack.faults.set(faults);
    if (!isFull()) gate.open();
  };
  const startedAt = performance.now();
  // One after the other: while one waits for the gate to be shut, the next must not open it.
  const turns = async (): Promise<void> => {
    for (const gust of storm.gusts)
      await until(Math.max(0, startedAt + gust.atMs - performance.now()), () => turn(gust));
  };
  await Promise.all([
    turns(),
    // Nobody can end tokens on a full disk either: that one is told so.
    ...storm.blows.map(({ atMs, kind }) => until(atMs, () => isFull() || commands[kind]())),
    until(storm.lengthMs, () => {}),
  ]);
}

/** The storm is over; the time of the world stays where it is. What rests in dead-letter queues gets its second chance. */
async function finishWork(stack: Stack, { administrator }: Sources, storm: Storm): Promise<number> {
  stack.faults.set({ clockOffsetMs: storm.clockOffsetMs });
  await settleQueues(stack, administrator, SETTLE_MS);
  const redriven = await administrator.redriveDeadLetters();
  if (redriven > 0) await settleQueues(stack, administrator, SETTLE_MS);
  return redriven;
}
