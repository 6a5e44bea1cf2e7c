import type { Faults } from "./faults.ts";

const EVERY_MS = 250;

/**
 * Lets `cut` loose on sockets as often as the plan says, in real time: each socket by itself, so that clients do not
 * all come back at once. Answers how to stop that.
 */
export function cutAtRandom(faults: Faults, cut: (share: number) => unknown): () => void {
  let timer: NodeJS.Timeout | undefined;
  const start = (): void => {
    clearInterval(timer);
    const { cutSocketsPerMinute = 0 } = faults.plan;
    if (cutSocketsPerMinute === 0) return;
    // The chance that at least one of the cuts of a minute falls into this moment.
    const share = 1 - Math.exp((-cutSocketsPerMinute * EVERY_MS) / 60_000);
    timer = setInterval(() => cut(share), EVERY_MS).unref();
  };
  const stopListening = faults.onChange(start);
  start();
  return () => {
    stopListening();
    clearInterval(timer);
  };
}
