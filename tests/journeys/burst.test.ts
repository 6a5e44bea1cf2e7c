import { afterAll, beforeAll, expect, test } from "vitest";
import { auditTable } from "../../local/crowd/audit/audit-table.ts";
import { performBurst } from "../fixtures/burst/perform-burst.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";

// Far more photos at once than Rekognition takes in Tokyo; `npm run bench -- burst` sends 2,000 of them and measures.

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
}, 240_000);
afterAll(() => stack.close());

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;

test(
  "A1: in a burst of photos nobody who greets or asks waits behind them, nobody is answered twice, nothing is pushed",
  { timeout: 600_000 },
  async () => {
    const burst = await performBurst(stack, { guests: 25, photos: 100, seconds: 2, isSmall: true });
    const { audit, waited, photosWaitedMs } = burst;
    expect(audit.isClean, auditTable(audit)).toBe(true);
    // A few are taken back at the end of the evening.
    expect(audit.counts).toMatchObject({ sent: 100, accepted: 100, stored: 100, unheard: 0, deadLetters: 0 });
    expect(audit.counts.shown + audit.counts.unsent).toBe(100);
    expect(burst.quotaUsed).toBe(0);
    expect(waited.length).toBeGreaterThan(20);
    const times = waited.flatMap(({ ms }) => ms ?? []);
    expect(times).toHaveLength(waited.length);
    // However slow the machine is: photos queue, words do not.
    expect(median(times)).toBeLessThan(median(photosWaitedMs) / 3);
  },
);
