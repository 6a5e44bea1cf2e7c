import { auditTable } from "../../local/crowd/audit/audit-table.ts";
import { performBurst } from "../fixtures/burst/perform-burst.ts";
import { startTestStack } from "../fixtures/stack.ts";
import type { Measurement, Row } from "./measurement.ts";
import { median, ms, percentile } from "./statistics.ts";

const SIZE = { guests: 400, photos: 2_000, seconds: 10 };

/**
 * 2,000 photos within seconds at Rekognition's default quotas in Tokyo, while others greet the bot and ask it for
 * something. What was read of each motif is recorded: here the reading would cost the processor that answers. The
 * audit of the crowd holds, or nothing is reported: all stored once, nobody answered twice, nothing pushed.
 */
export const burst: Measurement = {
  name: "burst",
  async run(): Promise<readonly Row[]> {
    const stack = await startTestStack();
    try {
      const { audit, waited, workSeconds, throttled, quotaUsed } = await performBurst(stack, SIZE);
      if (!audit.isClean) throw new Error(auditTable(audit));
      const times = waited.map(({ ms: waitedMs = Infinity }) => waitedMs);
      const { sent, stored, shown, unsent, unheard } = audit.counts;
      const what = `burst of ${sent} photos by ${SIZE.guests} guests in ${SIZE.seconds} s`;
      return [
        {
          what: `${what}: greetings and commands meanwhile, p50 / p99 / longest`,
          measured: `${ms(median(times))} / ${ms(percentile(times, 0.99))} / ${ms(Math.max(...times))}, of ${times.length}`,
          budget: "2 s",
        },
        {
          what: "… stored / shown / taken back at the end; messages that cost",
          measured: `${stored} / ${shown} / ${unsent}; ${quotaUsed}`,
          budget: `${SIZE.photos} stored; 0`,
        },
        {
          what: "… photos without a word within LINE's minute, told with their guest's next reply",
          measured: `${unheard}`,
        },
        {
          what: "… worked off at 25 DetectFaces and 5 DetectModerationLabels a second",
          measured: `${workSeconds.toFixed(0)} s, ${throttled} calls turned away`,
        },
      ];
    } finally {
      await stack.close();
    }
  },
};
