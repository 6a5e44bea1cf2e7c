import { useEffect, useState } from "react";
import { isMotionReduced } from "../../ui/motion.ts";

/** Before the first face, at most between two faces, and at most for all of them, in ms. */
const FIRST_MS = 700;
const STEP_MS = 600;
const ALL_MS = 2_800;

/** How many faces are lit: one more at a time until all are; all at once for viewers who want less motion. */
export function useLitFaces(count: number): number {
  const [lit, setLit] = useState(() => (isMotionReduced() ? count : 0));
  useEffect(() => {
    if (lit >= count) return;
    const timer = setTimeout(
      () => setLit(lit + 1),
      lit === 0 ? FIRST_MS : Math.min(STEP_MS, ALL_MS / Math.max(1, count)),
    );
    return () => clearTimeout(timer);
  }, [lit, count]);
  return lit;
}
