import type { ReceivedMessage } from "./message.ts";

export interface Waiting {
  readonly max: number;
  readonly visibilityMs: number;
  readonly answer: (received: readonly ReceivedMessage[]) => void;
}

/** The long polls of one queue, first come first served. */
export interface WaitingReceivers {
  /** Resolves with nothing after `waitMs`, or when `signal` says that nobody listens any more. */
  wait(
    request: Omit<Waiting, "answer">,
    waitMs: number,
    signal?: AbortSignal,
  ): Promise<readonly ReceivedMessage[]>;
  first(): Waiting | undefined;
  readonly count: number;
  /** Answers all with nothing. */
  dismiss(): void;
}

export function createWaitingReceivers(): WaitingReceivers {
  const queue = new Set<Waiting>();
  return {
    wait: (request, waitMs, signal) =>
      new Promise((resolve) => {
        const answer: Waiting["answer"] = (received) => {
          queue.delete(waiting);
          clearTimeout(timer);
          signal?.removeEventListener("abort", giveUp);
          resolve(received);
        };
        const giveUp = (): void => answer([]);
        const waiting: Waiting = { ...request, answer };
        const timer = setTimeout(giveUp, waitMs);
        queue.add(waiting);
        signal?.addEventListener("abort", giveUp);
        if (signal?.aborted) giveUp();
      }),
    first: () => queue.values().next().value,
    get count() {
      return queue.size;
    },
    dismiss() {
      for (const waiting of queue) waiting.answer([]);
    },
  };
}
