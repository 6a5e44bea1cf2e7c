import { useEffect, useEffectEvent, useMemo, useState } from "react";

/** As in queue.css: below it the large view lies over the list. */
const NARROW = "(max-width: 63.99rem)";

/** The large view of phones: "back" leads from it to the list, not away from the page. */
export function useBackToClose(onClosed: () => void) {
  const [isOpen, setOpen] = useState(false);
  const closed = useEffectEvent(onClosed);
  useEffect(() => {
    if (!isOpen) return;
    const onBack = () => {
      setOpen(false);
      closed();
    };
    globalThis.addEventListener("popstate", onBack);
    return () => globalThis.removeEventListener("popstate", onBack);
  }, [isOpen]);
  return useMemo(
    () => ({
      isOpen,
      /** The large view can be seen. */
      isLooking: () => isOpen || !globalThis.matchMedia(NARROW).matches,
      open: () => {
        if (isOpen || !globalThis.matchMedia(NARROW).matches) return;
        // The router's own state stays, so that it takes the step for one on the same page.
        history.pushState(history.state, "");
        setOpen(true);
      },
      close: () => {
        if (isOpen) history.back();
      },
    }),
    [isOpen],
  );
}
