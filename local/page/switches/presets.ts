import type { FaultPlan } from "../../faults/fault-plan.ts";

export interface Preset {
  readonly name: string;
  /** What a person will see of it. */
  readonly effect: string;
  readonly plan: FaultPlan;
}

/** Evenings that go wrong in well-known ways. Each is a part of a plan, so that several can be on at once. */
export const presets: readonly Preset[] = [
  {
    name: "Rekognition as in Tokyo",
    effect: "5 calls a second; the rest is throttled and retried",
    plan: { calls: { "rekognition:*": { throttlePerSecond: 5 } } },
  },
  {
    name: "Bad network",
    effect: "Slow calls, lost connections, boards that reconnect",
    plan: {
      calls: { "*": { latencyMs: [50, 800], dropBefore: 0.03, dropAfter: 0.02 } },
      cutSocketsPerMinute: 2,
    },
  },
  {
    name: "AWS stumbles",
    effect: "5 of 100 calls fail, 3 more are done and not answered",
    plan: { calls: { "*": { failBefore: 0.05, failAfter: 0.03 } } },
  },
  {
    name: "LINE is slow",
    effect: "Every call of LINE takes one to four seconds",
    plan: { calls: { "line:*": { latencyMs: [1_000, 4_000] } } },
  },
  {
    name: "Duplicates and disorder",
    effect: "Webhooks and messages come twice and overtake one another",
    plan: { queues: { duplicate: 0.3, jitterMs: 4_000 }, webhooks: { duplicate: 0.3, jitterMs: 3_000 } },
  },
  {
    name: "The worker dies",
    effect: "Every fourth invocation is killed in the middle",
    plan: { kill: { "line-worker": 0.25 } },
  },
  {
    name: "Disk full",
    effect: "Nothing more can be written",
    plan: { diskQuotaBytes: 0 },
  },
  {
    name: "Clock +1 h",
    effect: "The whole world is an hour ahead; reply tokens are over",
    plan: { clockOffsetMs: 3_600_000 },
  },
];
