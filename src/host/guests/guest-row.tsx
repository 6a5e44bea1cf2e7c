import { isNameHeld } from "#domain/held-name";
import { points as pointsText } from "#domain/scoring";
import type { HostGuestsWords } from "#domain/words/host-guests-words";
import type { HostGuest } from "../../backend/host-guest.ts";
import { GuestMarks } from "./guest-marks.tsx";
import { HeldNameButtons } from "./held-name-buttons.tsx";

interface Props {
  readonly guest: HostGuest;
  /** Among all, the head not counted. */
  readonly index: number;
  readonly topPx: number;
  readonly heightPx: number;
  readonly words: HostGuestsWords;
  readonly isOpen: boolean;
  readonly isBusy: boolean;
  readonly onOpen: (guestId: string) => void;
  /** The host calls the guest so from now on. */
  readonly onName: (guest: HostGuest, name: string) => void;
}

/** One line of the table; pressing it anywhere opens the guest. */
export function GuestRow(props: Props) {
  const { guest, index, topPx, heightPx, words, isOpen, isBusy, onOpen, onName } = props;
  const { guestId, displayName, heldName, reading, score, photos } = guest;
  const held = isNameHeld(guest) ? heldName : null;
  return (
    <tr
      aria-rowindex={index + 2}
      className={`guests__row ${isOpen ? "guests__row--open" : ""}`}
      data-banned={guest.bannedAt !== null || undefined}
      data-held={held !== null || undefined}
      style={{ "--top": `${topPx}px`, "--size": `${heightPx}px` }}
    >
      <td className="guests__name">
        <button
          type="button"
          className="guests__open"
          data-guest={guestId}
          aria-expanded={isOpen}
          onClick={() => onOpen(guestId)}
        >
          {displayName}
        </button>
        {held !== null && <span className="guests__held-name">{held}</span>}
      </td>
      <td className="guests__reading">{reading ?? <span className="unseen">{words.noReading}</span>}</td>
      <td className="guests__points">
        {score === null ? <span className="unseen">{words.noPoints}</span> : pointsText(score)}
      </td>
      <td className="guests__photos">{words.photosOf(photos)}</td>
      <td className="guests__state">
        <GuestMarks guest={guest} words={words} />
        {held !== null && (
          <HeldNameButtons
            placeholder={displayName}
            heldName={held}
            words={words}
            isShort
            isBusy={isBusy}
            onName={(name) => onName(guest, name)}
          />
        )}
      </td>
    </tr>
  );
}
