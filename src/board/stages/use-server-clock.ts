import { useEffect, useState } from "react";
import type { Stage } from "#domain/board";

/** The server's time in ms, read anew at each of its full seconds: all screens of an event change at the same moment. */
export function useServerClock({ clockAheadMs = 0 }: Pick<Stage, "clockAheadMs">): number {
  const [now, setNow] = useState(() => Date.now() + clockAheadMs);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const at = Date.now() + clockAheadMs;
      setNow(at);
      timer = setTimeout(tick, 1_000 - (at % 1_000));
    };
    tick();
    return () => clearTimeout(timer);
  }, [clockAheadMs]);
  return now;
}
