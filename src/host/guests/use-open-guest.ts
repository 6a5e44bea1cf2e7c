import { useCallback, useEffect, useLayoutEffect, useRef } from "react";
import { useSearchParams } from "react-router";
import { rowButton } from "./use-row-keys.ts";

/** There the panel stands in place of the list, as in guests.css. */
const ALONE = "(max-width: 63.99rem)";

/** The guest who is open stands in the address: "back" closes, and other pages can point at a guest. */
export function useOpenGuest() {
  const [params, setParams] = useSearchParams();
  const openId = params.get("guest");
  const root = useRef<HTMLDivElement>(null);
  const lastId = useRef<string | null>(null);
  const scrolledTo = useRef(0);

  const open = useCallback(
    (guestId: string) => {
      scrolledTo.current = globalThis.scrollY;
      // Looking at one guest after the other leaves one step to go back.
      setParams({ guest: guestId }, { replace: lastId.current !== null, preventScrollReset: true });
    },
    [setParams],
  );
  const close = useCallback(() => setParams({}, { replace: true, preventScrollReset: true }), [setParams]);

  useLayoutEffect(() => {
    const former = lastId.current;
    lastId.current = openId;
    if (openId !== null || former === null) return;
    if (globalThis.matchMedia(ALONE).matches) globalThis.scrollTo(0, scrolledTo.current);
    requestAnimationFrame(() => rowButton(root.current, former)?.focus({ preventScroll: true }));
  }, [openId]);

  useEffect(() => {
    if (openId === null) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) close();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [openId, close]);
  return { openId, open, close, root };
}
