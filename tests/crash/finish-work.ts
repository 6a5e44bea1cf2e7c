import { setTimeout as pause } from "node:timers/promises";
import type { Administrator, QueueDepths } from "../../local/crowd/audit/administrator.ts";
import type { Phones } from "../../local/crowd/phones.ts";
import type { StackAddress } from "../../local/crowd/stack-address.ts";
import { countPending } from "./line-record.ts";
import { setClock } from "./mortal-stack.ts";
import type { SteadyCrowd } from "./steady-crowd.ts";

interface Remains {
  readonly address: StackAddress;
  readonly origin: string;
  readonly administrator: Administrator;
  readonly phones: Phones;
  readonly crowd: SteadyCrowd;
}

/** Longer than any delay, retry or visibility timeout of the queues. */
const STEP_MS = 400_000;
/** Nothing moves for so long: only time can help. */
const STILL_MS = 2_000;
/** LINE's pauses before it sends an event again, with room to spare. */
const LAST_DELIVERY_MS = 40_000;
const LOOK_MS = 100;
/** Nothing moves for so long although time was moved: never will. */
const PATIENCE_MS = 180_000;
/** One reply tells at most ten results that are still owed. */
const MOST_FAREWELLS = 20;

/**
 * Lets a calm stack do everything that is left: webhooks that LINE still owes, the queues with all their delays, dead
 * letters given a second chance, results that are told with the next reply (A2). Answers how many letters were dead.
 */
export async function finishWork(remains: Remains): Promise<number> {
  const settle = settler(remains);
  await settle();
  const redriven = await remains.administrator.redriveDeadLetters();
  await settle();
  for (let round = 0; round < MOST_FAREWELLS && (await isSomethingUntold(remains)); round += 1) {
    for (const { lineUserId } of remains.crowd.guests) await remains.phones.sendText(lineUserId, "またね");
    await settle();
  }
  return redriven;
}

async function isSomethingUntold({ administrator }: Remains): Promise<boolean> {
  return (await administrator.rows("Photo")).some((row) => row["isUntold"] === true);
}

/** Settles by moving the clock of the whole world on whenever nothing moves by itself. */
function settler({ address, origin, administrator, crowd }: Remains): () => Promise<void> {
  let offsetMs = 0;
  return async () => {
    let [last, lastAt, movedAt] = ["", performance.now(), performance.now()];
    for (;;) {
      const depths = await administrator.depths();
      const pending = await countPending(address.lineApiUrl, crowd);
      const now = JSON.stringify([depths, pending]);
      const stillMs = performance.now() - lastAt;
      // A message that LINE kept and died of before it had an event for it stays so for good.
      if (isDone(depths) && (pending === 0 || (now === last && stillMs > LAST_DELIVERY_MS))) return;
      if (now !== last) [last, lastAt, movedAt] = [now, performance.now(), performance.now()];
      if (performance.now() - movedAt > PATIENCE_MS) throw new Error(`the work is not done: ${now}`);
      if (!isDone(depths) && depths.visible === 0 && stillMs > STILL_MS) {
        offsetMs += STEP_MS;
        await setClock(origin, offsetMs);
        lastAt = performance.now();
      }
      await pause(LOOK_MS);
    }
  };
}

const isDone = ({ visible, inFlight, delayed }: QueueDepths): boolean => visible + inFlight + delayed === 0;
