const MAX_TIMER_MS = 2 ** 31 - 1;
/** A test's clock may stand still while the timer's own time goes on: never spin. */
const MIN_TIMER_MS = 5;

/** One timer that can be set anew. */
export interface Alarm {
  set(afterMs: number): void;
  stop(): void;
}

export function createAlarm(action: () => void): Alarm {
  let timer: NodeJS.Timeout | undefined;
  return {
    set(afterMs) {
      clearTimeout(timer);
      timer = setTimeout(action, Math.min(Math.max(afterMs, MIN_TIMER_MS), MAX_TIMER_MS)).unref();
    },
    stop: () => clearTimeout(timer),
  };
}
