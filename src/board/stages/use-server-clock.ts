import { useEffect, useState } from "react";
import type { Stage } from "#domain/board";

/** The server's time in ms, read anew at each of its full seconds or parts of one: all screens of an event change at the same moment. */
export function useServerClock({ clockAheadMs = 0 }: Pick<Stage, "clockAheadMs">, everyMs = 1_000): number {
  const [now, setNow] = useState(() => Date.now() + clockAheadMs);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const at = Date.now() + clockAheadMs;
      setNow(at);
      timer = setTimeout(tick, everyMs - (at % everyMs));
    };
    tick();
    return () => clearTimeout(timer);
  }, [clockAheadMs, everyMs]);
  return now;
}
