import { useEffect, useState } from "react";
import { connectBackend } from "../backend/client.ts";
import type { Outputs } from "../backend/outputs.ts";
import { backoffMs } from "../backend/timers.ts";

/** What the backend tells the pages; null until it is there, asked for again and again. */
export function useOutputs(): Outputs | null {
  const [outputs, setOutputs] = useState<Outputs | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const attempt = async (failures: number) => {
      const answer = await connectBackend().catch(() => null);
      if (isOver) return;
      if (answer === null) timer = setTimeout(() => void attempt(failures + 1), backoffMs(failures));
      else setOutputs(answer);
    };
    void attempt(0);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, []);
  return outputs;
}
