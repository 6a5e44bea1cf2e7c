import type { CallFaults, FaultPlan } from "../../faults/fault-plan.ts";
import { Dice } from "#domain/crowd/dice";

/** Something that happens once, so long after the beginning. */
export interface Blow {
  readonly atMs: number;
  readonly kind: "kill-workers" | "cut-sockets" | "expire-tokens";
}

export interface Gust {
  readonly atMs: number;
  readonly faults: FaultPlan;
}

/** Everything that goes wrong in an evening, in advance. */
export interface Storm {
  readonly lengthMs: number;
  /** Each replaces the one before; the first begins at 0. */
  readonly gusts: readonly Gust[];
  readonly blows: readonly Blow[];
  /** How far ahead the clock stands at the end: nobody sets it back then. */
  readonly clockOffsetMs: number;
  /** All steps back of the clock together. */
  readonly setBackMs: number;
}

const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;

/** The photos' way through the services, and how each of its calls may go wrong: shares at the height of the storm. */
const WEAK_POINTS: Readonly<Record<string, CallFaults>> = {
  "appsync:GraphQL": {
    latencyMs: [0, 60],
    failBefore: 0.05,
    failAfter: 0.05,
    dropBefore: 0.03,
    dropAfter: 0.03,
  },
  "dynamodb:*": { latencyMs: [0, 20], failBefore: 0.02, failAfter: 0.02, throttlePerSecond: 150 },
  "s3:*": { latencyMs: [0, 60], failBefore: 0.08, failAfter: 0.08, dropBefore: 0.04, dropAfter: 0.04 },
  "rekognition:DetectFaces": { throttlePerSecond: 5, failBefore: 0.05, dropAfter: 0.05 },
  "rekognition:DetectModerationLabels": { throttlePerSecond: 5, failBefore: 0.05, dropBefore: 0.03 },
  "sqs:*": { latencyMs: [0, 40], failBefore: 0.08, failAfter: 0.08, dropBefore: 0.04, dropAfter: 0.04 },
  "ssm:*": { failBefore: 0.2, dropBefore: 0.1 },
  "cloudfront:*": { failBefore: 0.2, failAfter: 0.2 },
  "lambda:InvokeFunctionUrl": {
    latencyMs: [0, 100],
    failBefore: 0.1,
    failAfter: 0.1,
    dropBefore: 0.1,
    dropAfter: 0.1,
  },
  "line:*": { latencyMs: [0, 100], failBefore: 0.06, failAfter: 0.06, dropBefore: 0.06, dropAfter: 0.06 },
  "cdn:Get": { failBefore: 0.2 },
};

/** How much longer the storm takes than the crowd: most of the work comes after the last photo. */
const LENGTH = 1.6;

/** The same storm for the same seed and a crowd of the same length. */
export function planStorm(seed: number, minutes: number): Storm {
  const lengthMs = minutes * 60 * SECOND_MS * LENGTH;
  const dice = new Dice(seed);
  // Reply tokens end with every great jump: in most storms replies are to have a chance.
  const isEndingTokens = dice.chance(1 / 3);
  const count = dice.whole(6, 10);
  const gustMs = lengthMs / count;
  const fullDiskIn = dice.whole(1, 2 * count);
  const gusts: Gust[] = [];
  const blows: Blow[] = [];
  let clockOffsetMs = 0;
  let setBackMs = 0;
  for (let index = 0; index < count; index += 1) {
    const atMs = index * gustMs;
    const stepMs = index === 0 ? 0 : clockStepMs(dice, isEndingTokens);
    clockOffsetMs += stepMs;
    setBackMs += Math.max(0, -stepMs);
    const faults = { ...gust(dice), clockOffsetMs };
    if (index === fullDiskIn) {
      gusts.push({ atMs, faults: { ...faults, diskQuotaBytes: 1 } }, { atMs: atMs + gustMs / 2, faults });
    } else gusts.push({ atMs, faults });
    for (const kind of blowsOf(dice, isEndingTokens))
      blows.push({ atMs: atMs + dice.between(0, gustMs), kind });
  }
  return { lengthMs, gusts, blows, clockOffsetMs, setBackMs };
}

/** Mostly some seconds ahead, so that retries come in the storm and not after it; sometimes back, sometimes far. */
function clockStepMs(dice: Dice, isFar: boolean): number {
  if (isFar && dice.chance(0.3)) return dice.chance(0.5) ? HOUR_MS : dice.between(60, 600) * SECOND_MS;
  return (dice.chance(0.15) ? dice.between(-3, 0) : dice.between(0, 8)) * SECOND_MS;
}

function blowsOf(dice: Dice, isEndingTokens: boolean): readonly Blow["kind"][] {
  const kinds = [
    "kill-workers",
    "cut-sockets",
    ...(isEndingTokens ? (["expire-tokens"] as const) : []),
  ] as const;
  return kinds.filter(() => dice.chance(0.2));
}

function gust(dice: Dice): FaultPlan {
  const struck = Object.entries(WEAK_POINTS).filter(() => dice.chance(0.6));
  return {
    seed: dice.whole(0, 2 ** 31),
    calls: Object.fromEntries(struck),
    queues: { duplicate: dice.between(0, 0.3), jitterMs: dice.between(0, 300) },
    webhooks: { duplicate: dice.between(0, 0.4), jitterMs: dice.between(0, 300) },
    kill: { "*": dice.between(0, 0.2) },
    cutSocketsPerMinute: dice.between(0, 30),
  };
}
