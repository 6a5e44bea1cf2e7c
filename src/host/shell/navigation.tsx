import { useEffect, useRef } from "react";
import { NavLink, useLocation } from "react-router";
import { hostShellWords } from "#domain/words/host-shell";
import { Icon } from "../../ui/icon.tsx";
import { type HostPart, hostParts, partIcons } from "./host-part.ts";
import { useHostLanguage } from "./language.tsx";
import { useSignals } from "./signals.tsx";

/** Where one can go inside an event. */
export function Navigation({ eventId }: { readonly eventId: string }) {
  const words = hostShellWords[useHostLanguage()];
  const bar = useRef<HTMLUListElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    // The bar of a phone holds fewer pages than there are.
    const link = bar.current?.querySelector<HTMLElement>('[aria-current="page"]') ?? null;
    if (bar.current === null || link === null) return;
    bar.current.scrollLeft = link.offsetLeft - (bar.current.clientWidth - link.offsetWidth) / 2;
  }, [pathname]);
  return (
    <nav className="navigation" aria-label={words.navigation}>
      <ul ref={bar}>
        {hostParts.map((part) => (
          <li key={part}>
            <NavLink className="navigation__link" to={`/host/${eventId}/${part}`}>
              <span className="navigation__icon">
                <Icon name={partIcons[part]} />
                <Badge part={part} />
              </span>
              <span className="navigation__name">{words[part]}</span>
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Badge({ part }: { readonly part: HostPart }) {
  const words = hostShellWords[useHostLanguage()];
  const count = useSignals().badges[part] ?? 0;
  if (count === 0) return null;
  return (
    <span className="navigation__badge">
      <span aria-hidden="true">{count > 99 ? "99+" : count}</span>
      <span className="unseen">{words.waiting(count)}</span>
    </span>
  );
}
