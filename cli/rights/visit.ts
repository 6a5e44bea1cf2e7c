import type { Stack } from "../../local/stack/stack.ts";

/** A guest of a running stack, and what the steps hand on. */
export interface Visit {
  readonly stack: Stack;
  readonly queues: readonly string[];
  readonly userId: string;
  /** Message ids of the guest's pictures. */
  readonly photos: string[];
}
