import { useCallback, useEffect, useState } from "react";
import type { FaultPlan } from "../../faults/fault-plan.ts";
import { type FaultCommand, putPlan, strike } from "./change-faults.ts";
import { contains, merged, without } from "./plan-tree.ts";
import type { Preset } from "./presets.ts";

const NOTICE_MS = 5_000;

const strikes: Readonly<Record<FaultCommand, (count: number) => string>> = {
  "expire-tokens": (count) => `${count} ${count === 1 ? "token has" : "tokens have"} expired`,
  "cut-sockets": (count) => `${count} ${count === 1 ? "socket was" : "sockets were"} cut`,
  "kill-workers": (count) => `${count} ${count === 1 ? "function was" : "functions were"} killed at work`,
};

export interface Notice {
  readonly text: string;
  readonly isError: boolean;
}

export interface FaultSwitches {
  readonly notice: Notice | undefined;
  readonly toggle: (preset: Preset) => void;
  /** Resolves to false when the plan was not taken. */
  readonly replace: (plan: unknown) => Promise<boolean>;
  readonly strike: (command: FaultCommand) => void;
}

/** The switches of what goes wrong; `changed` is called when something was switched. */
export function useFaults(plan: FaultPlan, changed: () => void): FaultSwitches {
  const [notice, setNotice] = useState<Notice>();
  useEffect(() => {
    if (notice === undefined || notice.isError) return undefined;
    const timer = setTimeout(() => setNotice(undefined), NOTICE_MS);
    return () => clearTimeout(timer);
  }, [notice]);

  const attempt = useCallback(
    async (action: () => Promise<string>): Promise<boolean> => {
      try {
        setNotice({ text: await action(), isError: false });
        return true;
      } catch (error) {
        setNotice({ text: error instanceof Error ? error.message : String(error), isError: true });
        return false;
      } finally {
        changed();
      }
    },
    [changed],
  );

  return {
    notice,
    toggle: (preset) =>
      void attempt(async () => {
        const isOn = contains(plan, preset.plan);
        await putPlan(isOn ? without(plan, preset.plan) : merged(plan, preset.plan));
        return `${preset.name}: ${isOn ? "off" : "on"}`;
      }),
    replace: (wanted) =>
      attempt(async () => {
        await putPlan(wanted);
        return Object.keys(wanted ?? {}).length === 0 ? "All is well again" : "The plan holds";
      }),
    strike: (command) => void attempt(async () => strikes[command](await strike(command))),
  };
}
