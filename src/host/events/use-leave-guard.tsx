import { type ReactNode, useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useEventsWords } from "./use-events-words.ts";

interface Asked {
  readonly go: () => void;
  readonly stay: () => void;
}

/** Asks before typed things are lost: by a link, by the browser's back, by closing the tab. Gives the question. */
export function useLeaveGuard(isDirty: boolean): ReactNode {
  const { saving } = useEventsWords().words;
  const [asked, setAsked] = useState<Asked | null>(null);
  const navigate = useNavigate();
  useEffect(() => {
    if (!isDirty) return;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const to = leadsAway(event);
      if (to === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      // In place of the covering entry, so that nothing of it stays in the history.
      setAsked({ go: () => void navigate(to, { replace: true }), stay: () => {} });
    };
    const stopBack = guardBack((go, stay) => setAsked({ go, stay }));
    globalThis.addEventListener("beforeunload", onUnload);
    document.addEventListener("click", onClick, { capture: true });
    return () => {
      stopBack();
      globalThis.removeEventListener("beforeunload", onUnload);
      document.removeEventListener("click", onClick, { capture: true });
    };
  }, [isDirty, navigate]);
  if (asked === null) return null;
  const answer = (act: () => void) => {
    setAsked(null);
    act();
  };
  return (
    <Dialog title={saving.leaveTitle} onClose={() => answer(asked.stay)}>
      <p>{saving.leaveText}</p>
      <div className="dialog-acts">
        <Button kind="primary" onClick={() => answer(asked.stay)}>
          {saving.stay}
        </Button>
        <Button kind="danger" onClick={() => answer(asked.go)}>
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
 * The router hears of the browser's back first and cannot be stopped. So a second entry of this same page lies on top
 * while something is typed: the way back leads from it to the page itself, where one is asked.
 */
function guardBack(ask: (go: () => void, stay: () => void) => void): () => void {
  const cover = () => globalThis.history.pushState({ ...globalThis.history.state, isCover: true }, "");
  const onPop = () => {
    if (!isCovered()) ask(() => globalThis.history.back(), cover);
  };
  if (!isCovered()) cover();
  globalThis.addEventListener("popstate", onPop);
  return () => {
    globalThis.removeEventListener("popstate", onPop);
    if (isCovered()) globalThis.history.back();
  };
}

function isCovered(): boolean {
  const state: unknown = globalThis.history.state;
  return typeof state === "object" && state !== null && "isCover" in state;
}
