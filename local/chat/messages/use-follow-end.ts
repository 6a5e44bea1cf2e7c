import { type RefObject, useEffect, useRef } from "react";

const NEAR_PX = 80;

export interface FollowedEnd {
  /** The scrolling box. */
  readonly list: RefObject<HTMLDivElement | null>;
  /** Everything in it. */
  readonly content: RefObject<HTMLDivElement | null>;
  readonly onScroll: () => void;
}

/** Keeps a list's end in view unless somebody scrolled up to read; a new `wish` leads back to the end. */
export function useFollowEnd(wish: unknown): FollowedEnd {
  const list = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  /** The heights for which the end was last sought. */
  const heights = useRef("");
  useEffect(() => {
    isAtEnd.current = true;
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [wish]);
  useEffect(() => {
    const box = list.current;
    const inside = content.current;
    if (!box || !inside) return undefined;
    // Pictures have no height until they are there, and a window may change its own at any time.
    const observer = new ResizeObserver(() => {
      if (isAtEnd.current) box.scrollTop = box.scrollHeight;
      heights.current = heightsOf(box);
    });
    observer.observe(box);
    observer.observe(inside);
    return () => observer.disconnect();
  }, []);
  const onScroll = () => {
    const box = list.current;
    // While heights change the browser scrolls by itself: only what moves inside settled heights is a person.
    if (!box || heightsOf(box) !== heights.current) return;
    isAtEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_PX;
  };
  return { list, content, onScroll };
}

function heightsOf({ scrollHeight, clientHeight }: HTMLElement): string {
  return `${scrollHeight} ${clientHeight}`;
}
