import { type RefObject, useLayoutEffect, useRef } from "react";
import { isMotionReduced } from "../ui/motion.ts";

const MOVE_MS = 420;
const EASING = "cubic-bezier(0.22, 0.8, 0.24, 1)";

interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Lets the children of a container (each with `data-flip`, a stable id) glide from where they were to where they are,
 * whenever `order` changes. Only transforms and opacity move, so nothing is laid out again on the way.
 */
export function useFlip(container: RefObject<HTMLElement | null>, order: string): void {
  const places = useRef<ReadonlyMap<string, Place> | null>(null);

  useLayoutEffect(() => {
    const element = container.current;
    if (element === null) return;
    const before = places.current;
    places.current = placesIn(element);
    if (before === null || isMotionReduced()) return;
    for (const child of childrenOf(element)) {
      const was = before.get(idOf(child));
      const is = places.current.get(idOf(child));
      if (is !== undefined) animate(child, was, is);
    }
  }, [container, order]);

  useLayoutEffect(() => {
    const element = container.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      places.current = placesIn(element);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [container]);
}

function animate(child: HTMLElement, was: Place | undefined, is: Place): void {
  if (was === undefined) {
    child.animate(
      [
        { opacity: 0, transform: "translateY(18%) scale(0.97)" },
        { opacity: 1, transform: "none" },
      ],
      {
        duration: MOVE_MS,
        easing: EASING,
      },
    );
    return;
  }
  const right = was.left + was.width / 2 - (is.left + is.width / 2);
  const down = was.top + was.height / 2 - (is.top + is.height / 2);
  if (Math.abs(right) < 1 && Math.abs(down) < 1) return;
  const scale = Math.sqrt((was.width * was.height) / Math.max(1, is.width * is.height));
  // A card that becomes a row (or a row a card) changes its shape: it fades in on the way.
  const changesShape = Math.abs(was.height - is.height) > is.height * 0.4;
  const from = `translate(${right}px, ${down}px) scale(${changesShape ? scale : 1})`;
  child.animate(
    [
      { transform: from, opacity: changesShape ? 0.35 : 1, zIndex: down > 0 ? 2 : 1 },
      { transform: "none", opacity: 1, zIndex: down > 0 ? 2 : 1 },
    ],
    { duration: MOVE_MS, easing: EASING },
  );
}

function placesIn(element: HTMLElement): ReadonlyMap<string, Place> {
  // Offsets, unlike client rectangles, do not see a transform that is still running.
  return new Map(
    childrenOf(element).map((child) => [
      idOf(child),
      { left: child.offsetLeft, top: child.offsetTop, width: child.offsetWidth, height: child.offsetHeight },
    ]),
  );
}

function childrenOf(element: HTMLElement): HTMLElement[] {
  return [...element.children].filter((child) => child instanceof HTMLElement);
}

function idOf(child: HTMLElement): string {
  return child.dataset.flip ?? "";
}
