const MAX_TIMER_MS = 2 ** 31 - 1;
/** A test's clock may stand still while the timer's own time goes on: never spin. */
const MIN_TIMER_MS = 5;
const RETRY_AFTER_FAULT_MS = 1000;

/** One timer that can be set anew. A fault of its action is reported, and the action tried again a second later. */
export interface Alarm {
  set(afterMs: number): void;
  stop(): void;
}

export function createAlarm(action: () => void, onFault: (error: unknown) => void): Alarm {
  let timer: NodeJS.Timeout | undefined;
  const ring = (): void => {
    try {
      action();
    } catch (error) {
      onFault(error);
      set(RETRY_AFTER_FAULT_MS);
    }
  };
  const set = (afterMs: number): void => {
    clearTimeout(timer);
    timer = setTimeout(ring, Math.min(Math.max(afterMs, MIN_TIMER_MS), MAX_TIMER_MS)).unref();
  };
  return { set, stop: () => clearTimeout(timer) };
}
