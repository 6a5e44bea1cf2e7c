import { type RefObject, useLayoutEffect, useRef } from "react";
import { isMotionReduced } from "../../ui/motion.ts";

const FLIGHT_MS = 760;
const EASING = "cubic-bezier(0.5, 0, 0.15, 1)";

/**
 * Lets the photo of whoever was called last shrink from the middle of the stage to the first row of the list, so that the
 * eye sees where it goes. `newest`: who stands in that row.
 */
export function useFlight(list: RefObject<HTMLElement | null>, newest: string | undefined): void {
  // Who stands there already when the page loads has flown before.
  const landed = useRef(newest);
  useLayoutEffect(() => {
    if (newest === landed.current) return;
    landed.current = newest;
    const row = list.current?.firstElementChild?.querySelector(".called__photo");
    const stage = list.current?.parentElement?.querySelector(".revealed__photo");
    if (row instanceof HTMLElement && stage instanceof HTMLElement && !isMotionReduced()) fly(row, stage);
  }, [list, newest]);
}

function fly(row: HTMLElement, stage: HTMLElement): void {
  const [to, from] = [row.getBoundingClientRect(), placeOf(stage)];
  if (to.height === 0 || from.height === 0) return;
  const right = from.left + from.width / 2 - (to.left + to.width / 2);
  const down = from.top + from.height / 2 - (to.top + to.height / 2);
  const began = `translate(${right}px, ${down}px) scale(${from.height / to.height})`;
  row.animate([{ transform: began }, { transform: "none" }], { duration: FLIGHT_MS, easing: EASING });
}

/** Where it is without the transform with which the next photo is about to come in. */
function placeOf(element: HTMLElement) {
  const { offsetLeft: left, offsetTop: top, offsetWidth: width, offsetHeight: height } = element;
  const around = element.offsetParent?.getBoundingClientRect() ?? { left: 0, top: 0 };
  return { left: around.left + left, top: around.top + top, width, height };
}
