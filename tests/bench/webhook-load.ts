import { spawn } from "node:child_process";
import { join } from "node:path";
import { clone } from "../fixtures/clone.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";
import type { Measurement, Row } from "./measurement.ts";
import { megabytes, median, ms, percentile } from "./statistics.ts";

const SECONDS = 10;

/**
 * Signed photo events at a steady pace, one per request, whether answers come or not. First with the worker at rest:
 * on AWS it runs on other machines. Then with the worker on the same cores, which finds no picture behind the events.
 * Every accepted event leaves one delayed reminder, which is how lost ones are counted. LINE delivers again what was
 * not accepted.
 */
export const webhookLoad: Measurement = {
  name: "webhook under load",
  async run(): Promise<readonly Row[]> {
    const rows: Row[] = [];
    for (const worksOffQueues of [false, true]) {
      for (const perSecond of [100, 300]) rows.push(...(await measure(perSecond, worksOffQueues)));
    }
    return [
      ...rows,
      { what: "memory after these loads (whole process)", measured: megabytes(process.memoryUsage.rss()) },
    ];
  },
};

/** A new stack first starts sandboxes and compiles what it runs often; a moment later it is as it stays. */
async function measure(perSecond: number, worksOffQueues: boolean): Promise<readonly Row[]> {
  const stack = await startTestStack({ worksOffQueues });
  const worker = worksOffQueues ? "worker on the same cores" : "worker at rest";
  try {
    await fire(stack, 20, 1);
    const rows: Row[] = [];
    for (const since of ["a new stack", "thereafter"]) {
      const before = stack.reminders();
      const { answers, statuses } = await fire(stack, perSecond, SECONDS);
      const accepted = statuses["200"] ?? 0;
      const lost = accepted - (stack.reminders() - before);
      const missing = perSecond * SECONDS - accepted;
      rows.push({
        what: `webhook answer at ${perSecond} events/s, ${worker}, ${since}: p50 / p99`,
        measured: `${ms(median(answers))} / ${ms(percentile(answers, 0.99))}, ${lost} lost, ${missing} not accepted`,
        ...(perSecond === 300 && since === "thereafter" && { budget: "p99 150 ms, 0 lost" }),
      });
    }
    return rows;
  } finally {
    await stack.close();
  }
}

/** From a process of its own: the load must not share an event loop with what it loads. */
function fire(
  { endpoints }: TestStack,
  perSecond: number,
  seconds: number,
): Promise<{ answers: number[]; statuses: Record<string, number> }> {
  const client = join(clone, "tests", "bench", "webhook-client.ts");
  const args = [
    "--import",
    "tsx",
    client,
    endpoints.webhookUrl,
    endpoints.channelSecret,
    `${perSecond}`,
    `${seconds}`,
  ];
  const child = spawn(process.execPath, args, { cwd: clone, stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  child.stdout.on("data", (chunk: Buffer) => {
    printed += chunk.toString();
  });
  return new Promise((done, fail) => {
    child.once("error", fail);
    // Its own output, made a few lines above in webhook-client.ts.
    child.once("close", () =>
      done(JSON.parse(printed) as { answers: number[]; statuses: Record<string, number> }),
    );
  });
}
