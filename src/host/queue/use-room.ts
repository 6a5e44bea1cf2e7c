import { useLayoutEffect, useRef } from "react";

/** Tells the style of the element how much of the window's height is taken above and below it: `--taken`. */
export function useRoom() {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = () => {
      const above = element.getBoundingClientRect().top + globalThis.scrollY;
      const parent = element.parentElement;
      const below = parent === null ? 0 : Number.parseFloat(getComputedStyle(parent).paddingBottom) || 0;
      element.style.setProperty("--taken", `${Math.round(above + below)}px`);
    };
    measure();
    globalThis.addEventListener("resize", measure);
    return () => globalThis.removeEventListener("resize", measure);
  }, []);
  return ref;
}
