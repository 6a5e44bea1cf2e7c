import { type RefObject, useLayoutEffect } from "react";

/** Makes words that do not fit on their line smaller, as LINE does with `adjustMode: shrink-to-fit`. */
export function useShrinkToFit(ref: RefObject<HTMLElement | null>, isOn: boolean): void {
  useLayoutEffect(() => {
    const element = ref.current;
    if (!isOn || !element || element.scrollWidth <= element.clientWidth) return;
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    element.style.fontSize = `${(size * element.clientWidth) / element.scrollWidth}px`;
  });
}
