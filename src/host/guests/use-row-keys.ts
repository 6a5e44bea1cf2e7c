import type { KeyboardEvent, RefObject } from "react";
import type { HostGuest } from "../../backend/host-guest.ts";

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

interface Options {
  readonly list: RefObject<HTMLElement | null>;
  readonly guests: readonly HostGuest[];
  readonly scrollTo: (index: number) => void;
}

/** Arrow keys go from row to row; each row is a button of its own all the same. */
export function useRowKeys({ list, guests, scrollTo }: Options) {
  return (event: KeyboardEvent): void => {
    const step = steps[event.key];
    const from = event.target instanceof HTMLElement ? event.target.dataset["guest"] : undefined;
    if (step === undefined || from === undefined) return;
    event.preventDefault();
    const index = guests.findIndex((guest) => guest.guestId === from);
    const to = Math.min(Math.max(index + step, 0), guests.length - 1);
    scrollTo(to);
    const wanted = guests[to]?.guestId ?? from;
    // The row is there when it has been scrolled to.
    requestAnimationFrame(() => rowButton(list.current, wanted)?.focus());
  };
}

/** The button that opens a guest, if the guest's row is in the document. */
export function rowButton(within: HTMLElement | null, guestId: string): HTMLElement | null {
  return within?.querySelector<HTMLElement>(`[data-guest="${CSS.escape(guestId)}"]`) ?? null;
}
