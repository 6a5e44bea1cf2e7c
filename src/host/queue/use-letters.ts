import { useState } from "react";

const KEY = "egao:host:letters";

/** Whether single letters work as keys; remembered on this device. */
export function useLetters(): readonly [boolean, (hasLetters: boolean) => void] {
  const [hasLetters, setLetters] = useState(() => localStorage.getItem(KEY) !== "off");
  const choose = (next: boolean): void => {
    localStorage.setItem(KEY, next ? "on" : "off");
    setLetters(next);
  };
  return [hasLetters, choose];
}
