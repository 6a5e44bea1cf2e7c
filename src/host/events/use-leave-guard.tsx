import { type ReactNode, useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useEventsWords } from "./use-events-words.ts";

/** Asks before typed things are lost: by a link, by the browser's back, by closing the tab. Gives the question. */
export function useLeaveGuard(isDirty: boolean): ReactNode {
  const { saving } = useEventsWords().words;
  const [leave, setLeave] = useState<(() => void) | null>(null);
  const navigate = useNavigate();
  useEffect(() => {
    if (!isDirty) return;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const to = leadsAway(event);
      if (to === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      setLeave(() => () => void navigate(to));
    };
    const stopBack = guardBack((go) => setLeave(() => go));
    globalThis.addEventListener("beforeunload", onUnload);
    document.addEventListener("click", onClick, { capture: true });
    return () => {
      stopBack();
      globalThis.removeEventListener("beforeunload", onUnload);
      document.removeEventListener("click", onClick, { capture: true });
    };
  }, [isDirty, navigate]);
  if (leave === null) return null;
  return (
    <Dialog title={saving.leaveTitle} onClose={() => setLeave(null)}>
      <p>{saving.leaveText}</p>
      <div className="dialog-acts">
        <Button kind="primary" onClick={() => setLeave(null)}>
          {saving.stay}
        </Button>
        <Button
          kind="danger"
          onClick={() => {
            setLeave(null);
            leave();
          }}
        >
          {saving.leave}
        </Button>
      </div>
    </Dialog>
  );
}

/** The path that a plain click on a link of this page leads to, if it is another one. */
function leadsAway(event: MouseEvent): string | undefined {
  if (event.defaultPrevented || event.button !== 0) return undefined;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || (link.target !== "" && link.target !== "_self"))
    return undefined;
  const { origin, pathname, search } = new URL(link.href);
  if (origin !== globalThis.location.origin || pathname === globalThis.location.pathname) return undefined;
  return pathname + search;
}

/**
 * The browser has gone back already when it tells: the page goes forward again, unseen by the router, and asks. The
 * router keeps the place in the history as `idx`.
 */
function guardBack(ask: (go: () => void) => void): () => void {
  const placeIn = (state: unknown): number =>
    typeof state === "object" && state !== null && "idx" in state ? Number(state.idx) : 0;
  const here = placeIn(globalThis.history.state);
  let isReturning = false;
  let isLeaving = false;
  const onPop = (event: PopStateEvent) => {
    if (isLeaving) return;
    event.stopImmediatePropagation();
    if (isReturning) {
      isReturning = false;
      return;
    }
    const away = placeIn(event.state) - here;
    if (away === 0) return;
    isReturning = true;
    globalThis.history.go(-away);
    ask(() => {
      isLeaving = true;
      globalThis.history.go(away);
    });
  };
  globalThis.addEventListener("popstate", onPop, { capture: true });
  return () => globalThis.removeEventListener("popstate", onPop, { capture: true });
}
