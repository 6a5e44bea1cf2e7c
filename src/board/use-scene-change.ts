import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { isMotionReduced } from "../ui/motion.ts";

/**
 * The newest value. Where it makes another scene of the whole screen, the browser carries the old picture over into the new
 * one (stages.css says how); a browser that cannot, or a viewer who wants less motion, sees the new one at once.
 */
export function useSceneChange<Value>(value: Value, sceneOf: (value: Value) => string): Value {
  const [shown, setShown] = useState(value);
  const isCarried = sceneOf(value) !== sceneOf(shown) && canCarry();
  if (!isCarried && shown !== value) setShown(value);
  const newest = useRef(value);
  useEffect(() => {
    newest.current = value;
  });
  useEffect(() => {
    if (!isCarried) return;
    const change = document.startViewTransition(() => flushSync(() => setShown(newest.current)));
    // One that is cut short by the next has shown its scene all the same.
    change.ready.catch(() => undefined);
    change.finished.catch(() => undefined);
  }, [isCarried]);
  // What stood there stays until the browser has taken its picture.
  return isCarried ? shown : value;
}

function canCarry(): boolean {
  return "startViewTransition" in document && document.visibilityState === "visible" && !isMotionReduced();
}
