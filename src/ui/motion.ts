/** Whether the viewer asked for less motion. */
export function isMotionReduced(): boolean {
  return globalThis.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
