import { useState, type FocusEvent, type PointerEvent } from "react";

/** A face or a label of the page, by its place in the list. */
export interface Target {
  readonly kind: "face" | "label";
  readonly index: number;
}

/** Which one thing of the list and of the picture is lit, so that one sees what belongs together. */
export interface Spotlight {
  /** What a mouse or the keyboard points at; otherwise what was picked. */
  readonly lit: Target | null;
  readonly picked: Target | null;
  /** Picks, or lets go of what was picked. */
  readonly pick: (target: Target) => void;
  readonly point: (target: Target | null) => void;
}

export function useSpotlight(): Spotlight {
  const [picked, setPicked] = useState<Target | null>(null);
  const [pointed, setPointed] = useState<Target | null>(null);
  return {
    lit: pointed ?? picked,
    picked,
    pick: (target) => {
      setPicked(isSame(picked, target) ? null : target);
    },
    point: (target) => {
      if (!isSame(pointed, target)) setPointed(target);
    },
  };
}

export function isSame(one: Target | null, other: Target | null): boolean {
  return one === other || (one?.kind === other?.kind && one?.index === other?.index);
}

/** What a button needs to light its part of the picture while a mouse rests on it or the keyboard has reached it. */
export function lighting({ point }: Spotlight, target: Target) {
  return {
    // A finger has no place before it taps.
    onPointerEnter: (event: PointerEvent) => event.pointerType === "mouse" && point(target),
    onPointerLeave: () => point(null),
    onFocus: (event: FocusEvent) => event.target.matches(":focus-visible") && point(target),
    onBlur: () => point(null),
  };
}
