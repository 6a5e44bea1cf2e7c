import { useEffect, useRef, useState } from "react";
import { isNameHeld } from "#domain/held-name";
import { points } from "#domain/scoring";
import type { GuestDeed, HostGuestsWords } from "#domain/words/host-guests-words";
import type { HostGuest } from "../../backend/host-guest.ts";
import type { GuestChange } from "../../backend/host-guests.ts";
import { Icon } from "../../ui/icon.tsx";
import { Switch } from "../../ui/switch.tsx";
import { dayAndTime } from "../audit/when.ts";
import { useHostLanguage } from "../shell/language.tsx";
import { BanPart } from "./ban-part.tsx";
import { GuestMarks } from "./guest-marks.tsx";
import { GuestPhotos } from "./guest-photos.tsx";
import type { GuestsBackend } from "./guests-backend.ts";
import { HeldNameButtons } from "./held-name-buttons.tsx";
import { NameForm } from "./name-form.tsx";
import type { ChangeGuest, ChangeOutcome } from "./use-guest-changes.ts";
import "./guest-panel.css";

interface Props {
  readonly eventId: string;
  /** Undefined: there is none of this id. */
  readonly guest: HostGuest | undefined;
  readonly backend: Pick<GuestsBackend, "readPhotosOfGuest">;
  readonly words: HostGuestsWords;
  readonly isBusy: boolean;
  readonly change: ChangeGuest;
  readonly onClose: () => void;
}

/** One guest, and everything that a host may decide about them. */
export function GuestPanel({ guest, words, onClose, ...rest }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <aside className="guest" aria-labelledby="guest-name">
      <header className="guest__head">
        <h2 id="guest-name" className="guest__name" tabIndex={-1} ref={heading}>
          {guest?.displayName ?? words.gone}
        </h2>
        <button type="button" className="guest__close" aria-label={words.close} onClick={onClose}>
          <Icon name="cross" />
          <span className="guest__back">
            <Icon name="left" />
            {words.close}
          </span>
        </button>
      </header>
      {guest !== undefined && <GuestParts guest={guest} words={words} {...rest} />}
    </aside>
  );
}

type PartsProps = Omit<Props, "guest" | "onClose"> & { readonly guest: HostGuest };

function GuestParts({ eventId, guest, backend, words, isBusy, change }: PartsProps) {
  const language = useHostLanguage();
  const [trouble, setTrouble] = useState<Exclude<ChangeOutcome, "done"> | null>(null);
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What was pressed may stand far below.
    if (trouble !== null) told.current?.scrollIntoView({ block: "nearest" });
  }, [trouble]);
  const decide = async (wanted: GuestChange, deed: GuestDeed): Promise<boolean> => {
    setTrouble(null);
    const outcome = await change(guest, wanted, deed);
    if (outcome !== "done") setTrouble(outcome);
    return outcome === "done";
  };
  const { displayName, heldName, decision } = guest;
  return (
    <div className="guest__parts">
      <p className="guest__facts">
        {guest.score !== null && <strong className="guest__points">{points(guest.score)}</strong>}
        <span>{words.photosOf(guest.photos)}</span>
        <GuestMarks guest={guest} words={words} />
      </p>
      <div role="alert" className="guest__trouble" ref={told}>
        {trouble !== null && words[trouble]}
      </div>
      {heldName !== null && isNameHeld(guest) && (
        <section className="guest__held" aria-labelledby="guest-held">
          <h3 id="guest-held">{words.heldTitle}</h3>
          <p className="guest__held-name">{heldName}</p>
          <p className="guest__hint">{words.heldHint(displayName)}</p>
          <HeldNameButtons
            placeholder={displayName}
            heldName={heldName}
            words={words}
            isBusy={isBusy}
            onName={(name) => void decide({ displayName: name }, "named")}
          />
        </section>
      )}
      <NameForm guest={guest} words={words} isBusy={isBusy} decide={decide} />
      <Switch
        label={words.exclude}
        hint={words.excludeHint}
        checked={guest.isExcluded}
        disabled={isBusy}
        onChange={(isExcluded) => void decide({ isExcluded }, isExcluded ? "excluded" : "included")}
      />
      <GuestPhotos eventId={eventId} guest={guest} backend={backend} words={words} />
      <BanPart guest={guest} words={words} isBusy={isBusy} decide={decide} />
      {decision !== null && (
        <p className="guest__decided">{words.decided(decision.by, dayAndTime(decision.at, language))}</p>
      )}
    </div>
  );
}
