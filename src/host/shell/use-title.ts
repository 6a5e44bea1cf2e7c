import { useEffect } from "react";

/** Names the tab: the nearest thing first, what waits before everything. */
export function useTitle(parts: readonly (string | null)[], waiting = 0): void {
  const words = [...parts, "Egao"].filter((part) => part !== null && part !== "").join(" · ");
  const title = waiting > 0 ? `(${waiting}) ${words}` : words;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
