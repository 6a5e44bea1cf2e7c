import { useEffect, useRef } from "react";
import { useBoardBackend } from "./board-backend.ts";

/** Fetches images before their turn comes, each once, so that they are there when it does. */
export function usePreload(urls: readonly string[]): void {
  const { loadImage } = useBoardBackend();
  const asked = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    for (const url of urls) {
      // A broken one is met again, and told, where it is shown.
      if (!asked.current.has(url)) loadImage(url).catch(() => null);
    }
    asked.current = new Set(urls);
  });
}
