import { join } from "node:path";
import type { Plugin } from "vite";
import { clone } from "../../fixtures/clone.ts";

/** Builds a board that shows each order of the ranking as soon as it is known, to compare with. */
export const atOnce: Plugin = {
  name: "at-once",
  enforce: "pre",
  resolveId: (source) =>
    source.endsWith("/use-paced-ranking.ts")
      ? join(clone, "tests/bench/board-frames/use-ranking-at-once.ts")
      : null,
};
