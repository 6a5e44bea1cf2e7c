import { useCallback, useDeferredValue, useMemo, useState } from "react";
import type { Language } from "#domain/language";
import { countGuests, type Guests, type GuestView, selectGuests } from "./guest-list.ts";

/** What the host looks for, and who is shown for it. Typing comes before the list. */
export function useGuestView(guests: Guests, language: Language) {
  const [view, setView] = useState<GuestView>({ search: "", filter: "all", sort: "score" });
  const changeView = useCallback(
    (change: Partial<GuestView>) => setView((before) => ({ ...before, ...change })),
    [],
  );
  const collator = useMemo(() => new Intl.Collator(language, { numeric: true }), [language]);
  const shownView = useDeferredValue(view);
  const shownGuests = useDeferredValue(guests);
  const selected = useMemo(
    () => selectGuests(shownGuests, shownView, collator),
    [shownGuests, shownView, collator],
  );
  const counts = useMemo(() => countGuests(shownGuests), [shownGuests]);
  return { view, changeView, selected, counts };
}
