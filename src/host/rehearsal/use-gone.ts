import { useEffect, useState } from "react";
import type { RehearsalBackend } from "./rehearsal-backend.ts";

const LOOKS_AGAIN_MS = 5_000;

/** Whether nothing of a wiped rehearsal is left; undefined: not known yet. `onGone`: seen from here. */
export function useGone(
  backend: RehearsalBackend,
  rehearsalId: string | null,
  onGone: () => void,
): boolean | undefined {
  const [isGone, setGone] = useState<boolean>();
  useEffect(() => {
    if (rehearsalId === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    let wasThere = false;
    const look = async (): Promise<void> => {
      const event = await backend.event(rehearsalId).catch(() => undefined);
      if (isOver) return;
      if (event === null || event?.state === "erased") {
        setGone(true);
        if (wasThere) onGone();
        return;
      }
      if (event !== undefined) {
        wasThere = true;
        setGone(false);
      }
      timer = setTimeout(() => void look(), LOOKS_AGAIN_MS);
    };
    void look();
    return () => {
      isOver = true;
      clearTimeout(timer);
      setGone(undefined);
    };
  }, [backend, rehearsalId, onGone]);
  return isGone;
}
