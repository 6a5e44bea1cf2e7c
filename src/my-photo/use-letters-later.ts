import { useEffect } from "react";

/** Without any picture, or on a network that does not bring it. */
const LATEST_MS = 5_000;

/** Letters for machines that have none of their own: they must not keep a phone's first picture waiting. */
export function useLettersLater(): void {
  useEffect(() => {
    const stop = () => {
      clearTimeout(timer);
      document.removeEventListener("load", onLoad, true);
    };
    const load = () => {
      stop();
      import("./fonts.ts").catch(() => console.warn("the page keeps the letters of the device"));
    };
    // An image's own event does not bubble.
    const onLoad = ({ target }: Event) => {
      if (target instanceof HTMLImageElement) load();
    };
    const timer = setTimeout(load, LATEST_MS);
    document.addEventListener("load", onLoad, true);
    return stop;
  }, []);
}
