import type { CallFaults } from "./fault-plan.ts";
import type { MishapKind } from "./mishap.ts";

/** What befalls one call; decided before it begins, so that calls at the same moment do not share one strike. */
export interface Fate {
  readonly delayMs: number;
  readonly before: MishapKind | undefined;
  readonly after: MishapKind | undefined;
}

export interface Dice {
  strikes(share: number | undefined): boolean;
  between(low: number, high: number): number;
  /** Whether one more call may pass in this second. */
  admits(perSecond: number): boolean;
}

/** Undefined: the call is left alone. */
export function fateOf(faults: CallFaults, dice: Dice): Fate | undefined {
  const { throttlePerSecond, latencyMs } = faults;
  const delayMs = latencyMs === undefined ? 0 : dice.between(...latencyMs);
  if (throttlePerSecond !== undefined && !dice.admits(throttlePerSecond))
    return { delayMs, before: "throttled", after: undefined };
  const before = struck(dice, faults.dropBefore, faults.failBefore);
  const after = before === undefined ? struck(dice, faults.dropAfter, faults.failAfter) : undefined;
  if (delayMs === 0 && before === undefined && after === undefined) return undefined;
  return { delayMs, before, after };
}

function struck(dice: Dice, drop: number | undefined, fail: number | undefined): MishapKind | undefined {
  if (dice.strikes(drop)) return "dropped";
  return dice.strikes(fail) ? "failed" : undefined;
}
