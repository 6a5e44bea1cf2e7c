import { isNameHeld } from "#domain/held-name";
import type { HostGuestsWords } from "#domain/words/host-guests-words";
import type { HostGuest } from "../../backend/host-guest.ts";

/** What is special about a guest, in words; nothing about most. */
export function GuestMarks({ guest, words }: { readonly guest: HostGuest; readonly words: HostGuestsWords }) {
  return (
    <>
      {isNameHeld(guest) && <span className="mark mark--held">{words.held}</span>}
      {guest.bannedAt !== null && <span className="mark mark--banned">{words.banned}</span>}
      {guest.isExcluded && <span className="mark mark--excluded">{words.excluded}</span>}
    </>
  );
}
