import { useState } from "react";

/** The newest value, or while it is held the one from before. */
export function useHeld<Value>(value: Value, isHeld: boolean): Value {
  const [known, setKnown] = useState(value);
  if (isHeld || known === value) return known;
  setKnown(value);
  return value;
}
