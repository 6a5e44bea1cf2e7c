import { setTimeout as pause } from "node:timers/promises";
import type { Administrator } from "../audit/administrator.ts";
import type { Stack } from "../../stack/stack.ts";

/** Longer than any delay, retry or visibility timeout of the queues. */
const STEP_MS = 400_000;
const LOOK_MS = 15;
const IDLE_LOOKS = 3;

/**
 * Lets a healed world finish its work. Whenever nobody does anything while messages still wait for their time, the
 * time is moved there. Rejects when the work is not done in time.
 */
export async function settleQueues(
  stack: Pick<Stack, "faults" | "services" | "line">,
  administrator: Administrator,
  timeoutMs: number,
): Promise<void> {
  const endsAt = performance.now() + timeoutMs;
  // Webhooks that were not taken yet are tried again first.
  await stack.line.idle();
  for (;;) {
    await untilIdle(stack, endsAt);
    const { visible, inFlight, delayed } = await administrator.depths();
    const left = visible + inFlight + delayed;
    if (left === 0) return;
    if (performance.now() > endsAt) throw new Error(`${left} messages are not done within ${timeoutMs} ms`);
    if (visible === 0 && stack.services.lambda.busy === 0) moveTime(stack, STEP_MS);
  }
}

/** Between two invocations there is a moment without any: it counts only when it lasts. */
async function untilIdle({ services }: Pick<Stack, "services">, endsAt: number): Promise<void> {
  let idleLooks = 0;
  while (idleLooks < IDLE_LOOKS && performance.now() < endsAt) {
    await pause(LOOK_MS);
    idleLooks = services.lambda.busy === 0 ? idleLooks + 1 : 0;
  }
}

/** Sets the whole world's clock forward. */
export function moveTime({ faults }: Pick<Stack, "faults">, byMs: number): void {
  const { clockOffsetMs = 0 } = faults.plan;
  faults.set({ ...faults.plan, clockOffsetMs: clockOffsetMs + byMs });
}
