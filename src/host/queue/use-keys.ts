import { useEffect, useEffectEvent } from "react";
import { isLetterWish, type KeyWish, wishOf } from "./queue-keys.ts";

/** In these a letter is text, and an arrow moves in it. */
const WRITING = "textarea, select, [contenteditable], input:not([type='checkbox']), dialog, summary";

/** Listens to the keys of the page. `hasLetters`: single letters work too. */
export function useKeys(hasLetters: boolean, act: (wish: KeyWish) => void): void {
  const onWish = useEffectEvent(act);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isForOthers(event)) return;
      const wish = wishOf(event);
      if (wish === null || (isLetterWish(event.key) && !hasLetters)) return;
      // Held down a key would decide about one photo after the other.
      if (event.repeat && wish.kind !== "move" && wish.kind !== "row") return;
      event.preventDefault();
      onWish(wish);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [hasLetters]);
}

/** Keys of the browser, of what is written, and of a dialog that lies over the page. */
function isForOthers(event: KeyboardEvent): boolean {
  const { target } = event;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
    return true;
  if (target instanceof Element && target.closest(WRITING) !== null) return true;
  return document.querySelector("dialog[open]") !== null;
}
