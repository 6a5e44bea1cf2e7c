import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";
import type { Measurement, Row } from "./measurement.ts";
import { megabytes, median, ms, percentile } from "./statistics.ts";

const SECONDS = 10;

/**
 * Signed photo events at a steady pace, whether answers come or not (open loop). The worker drains the queue on the
 * same two cores meanwhile; it finds no picture behind the events. Every accepted event leaves one delayed reminder,
 * which is how lost ones are counted.
 */
export const webhookLoad: Measurement = {
  name: "webhook under load",
  async run(): Promise<readonly Row[]> {
    const rows: Row[] = [];
    for (const perSecond of [100, 300]) {
      const stack = await startTestStack();
      try {
        await fire(stack, 20, 1);
        const before = stack.reminders();
        const { answers, refused } = await fire(stack, perSecond, SECONDS);
        const lost = perSecond * SECONDS - (stack.reminders() - before);
        rows.push({
          what: `webhook answer at ${perSecond} events/s for ${SECONDS} s: p50 / p99`,
          measured: `${ms(median(answers))} / ${ms(percentile(answers, 0.99))}, ${lost} lost, ${refused} refused`,
          ...(perSecond === 300 && { budget: "p99 150 ms, 0 lost" }),
        });
        if (perSecond === 300) {
          rows.push({
            what: "memory under that load (whole process)",
            measured: megabytes(process.memoryUsage.rss()),
          });
        }
      } finally {
        await stack.close();
      }
    }
    return rows;
  },
};

async function fire(
  stack: TestStack,
  perSecond: number,
  seconds: number,
): Promise<{ answers: number[]; refused: number }> {
  const answers: number[] = [];
  let refused = 0;
  const underWay: Promise<void>[] = [];
  const startedAt = performance.now();
  for (let sent = 0; sent < perSecond * seconds; sent++) {
    const due = startedAt + (sent * 1000) / perSecond;
    if (due > performance.now()) await wait(due - performance.now());
    underWay.push(
      post(stack).then(({ status, tookMs }) => {
        answers.push(tookMs);
        if (status !== 200) refused += 1;
      }),
    );
  }
  await Promise.all(underWay);
  return { answers, refused };
}

async function post(stack: TestStack): Promise<{ status: number; tookMs: number }> {
  const body = JSON.stringify({ destination: `U${"0".repeat(32)}`, events: [photoEvent()] });
  const signature = createHmac("sha256", stack.endpoints.channelSecret).update(body).digest("base64");
  const startedAt = performance.now();
  const response = await fetch(stack.endpoints.webhookUrl, {
    method: "POST",
    headers: { "Content-Type": "application/json", "x-line-signature": signature },
    body,
  });
  await response.arrayBuffer();
  return { status: response.status, tookMs: performance.now() - startedAt };
}

function photoEvent(): object {
  return {
    type: "message",
    mode: "active",
    timestamp: Date.now(),
    webhookEventId: randomUUID(),
    deliveryContext: { isRedelivery: false },
    replyToken: randomUUID(),
    source: { type: "user", userId: `U${randomBytes(16).toString("hex")}` },
    message: {
      type: "image",
      id: String(BigInt(`0x${randomBytes(7).toString("hex")}`)),
      contentProvider: { type: "line" },
    },
  };
}
