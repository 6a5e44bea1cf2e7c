import { useEffect } from "react";

/** Calls `onPress` when the operator presses a letter alone, large or small. */
export function useKey(key: string, onPress: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== key || event.repeat) return;
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      onPress();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [key, onPress]);
}
