import { type RefObject, useLayoutEffect, useRef } from "react";
import { isMotionReduced } from "../ui/motion.ts";

const MOVE_MS = 420;
/** A change of shape is more to see. */
const GROW_MS = 560;
/** Of the larger one's height: less, and a card became a row or a row a card. */
const LIKE = 0.6;
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
  if (was.height < is.height * LIKE) return rise(child, growing(was, is), GROW_MS);
  if (is.height < was.height * LIKE) return settle(child, right, down);
  const from = `translate(${right}px, ${down}px)`;
  if (down > 0) return rise(child, from, MOVE_MS);
  child.animate(
    [
      { transform: from, zIndex: 1 },
      { transform: "none", zIndex: 1 },
    ],
    {
      duration: MOVE_MS,
      easing: EASING,
    },
  );
}

/** Over all others, and marked so that nobody shines through. */
function rise(child: HTMLElement, from: string, duration: number): void {
  child.dataset["rises"] = "true";
  child.animate(
    [
      { transform: from, zIndex: 3 },
      { transform: "none", zIndex: 3 },
    ],
    {
      duration,
      easing: EASING,
    },
  ).onfinish = () => delete child.dataset["rises"];
}

/** A row becomes a card: it grows out of the photo at the row's beginning. */
function growing(was: Place, is: Place): string {
  const right = was.left + was.height * 1.2 - (is.left + is.width / 2);
  const down = was.top + was.height / 2 - (is.top + is.height / 2);
  return `translate(${right}px, ${down}px) scale(${was.height / is.height})`;
}

/** A card becomes a row: it is seen again where it belongs now, once the others have passed. */
function settle(child: HTMLElement, right: number, down: number): void {
  const near = `translate(${right * 0.12}px, ${down * 0.12}px)`;
  child.animate(
    [{ transform: near, opacity: 0 }, { offset: 0.4, transform: near, opacity: 0 }, { transform: "none" }],
    { duration: GROW_MS, easing: EASING },
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
