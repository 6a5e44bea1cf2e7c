import { type ReactNode, useEffect, useRef } from "react";
import { Link, useLocation } from "react-router";
import { hostShellWords } from "#domain/words/host-shell";
import { Icon } from "../../ui/icon.tsx";
import { AccountButton } from "./account-button.tsx";
import { ConnectionMark } from "./connection-mark.tsx";
import { useHostLanguage } from "./language.tsx";
import { Seal } from "./seal.tsx";
import "./shell.css";

interface Props {
  /** Beside the seal, which leads to all events. */
  readonly title: ReactNode;
  /** A rail on wide screens, a bar at the bottom of phones. */
  readonly navigation?: ReactNode;
  readonly children: ReactNode;
}

/** The head with the way home, the navigation, and the page itself. */
export function Frame({ title, navigation, children }: Props) {
  const words = hostShellWords[useHostLanguage()];
  const main = useRef<HTMLElement>(null);
  useFocusOnNewPage(main);
  return (
    <div className={`shell ${navigation === undefined ? "" : "shell--rail"}`}>
      <a className="shell__skip" href="#main">
        {words.skip}
      </a>
      <header className="shell__head">
        <Link className="shell__home" to="/host" aria-label={words.events} title={words.events}>
          {navigation !== undefined && <Icon name="left" />}
          <Seal />
        </Link>
        <div className="shell__title">{title}</div>
        <ConnectionMark />
        <AccountButton />
      </header>
      {navigation}
      <main className="shell__main" id="main" tabIndex={-1} ref={main}>
        {children}
      </main>
    </div>
  );
}

/** A screen reader goes on at the new page's beginning; a page that has set its own focus keeps it. */
function useFocusOnNewPage(main: { readonly current: HTMLElement | null }): void {
  const { pathname } = useLocation();
  const lastPath = useRef(pathname);
  useEffect(() => {
    if (lastPath.current === pathname) return;
    lastPath.current = pathname;
    if (main.current?.contains(document.activeElement) === false) main.current.focus({ preventScroll: true });
    globalThis.scrollTo(0, 0);
  }, [pathname, main]);
}
