import { type FormEvent, useState } from "react";
import { displayNameOf } from "#domain/display-name";
import type { GuestDeed, HostGuestsWords } from "#domain/words/host-guests-words";
import type { HostGuest } from "../../backend/host-guest.ts";
import type { GuestChange } from "../../backend/host-guests.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";

interface Props {
  readonly guest: HostGuest;
  readonly words: HostGuestsWords;
  readonly isBusy: boolean;
  readonly decide: (change: GuestChange, deed: GuestDeed) => Promise<boolean>;
}

/** What the host has typed; null: as the guest has it. */
interface Draft {
  readonly name: string | null;
  readonly reading: string | null;
}

const untouched: Draft = { name: null, reading: null };
/** Of the API. */
const LONGEST_READING = 80;

/** The name on the screen and how the MC says it. What is typed stays, whatever another host does meanwhile. */
export function NameForm({ guest, words, isBusy, decide }: Props) {
  const [draft, setDraft] = useState(untouched);
  const [isMissing, setMissing] = useState(false);
  const reading = guest.reading ?? "";
  const name = draft.name ?? guest.displayName;
  const change = changeOf(guest, draft);
  const isChanged = Object.keys(change).length > 0;

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const isNameless = displayNameOf(name, "") === "";
    setMissing(isNameless);
    if (isNameless || !isChanged) return;
    if (await decide(change, change.displayName === undefined ? "read" : "named")) setDraft(untouched);
  };
  return (
    <form className="guest__names" onSubmit={(event) => void save(event)}>
      <Field
        label={words.displayName}
        hint={
          draft.name !== null && draft.name !== guest.displayName
            ? words.nowCalled(guest.displayName)
            : words.displayNameHint
        }
        error={isMissing && displayNameOf(name, "") === "" ? words.nameMissing : undefined}
      >
        <input
          value={name}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setDraft({ ...draft, name: event.target.value })}
        />
      </Field>
      <Field
        label={words.readingLabel}
        hint={
          draft.reading !== null && draft.reading !== reading && reading !== ""
            ? words.nowRead(reading)
            : words.readingHint
        }
      >
        <input
          value={draft.reading ?? reading}
          maxLength={LONGEST_READING}
          autoComplete="off"
          onChange={(event) => setDraft({ ...draft, reading: event.target.value })}
        />
      </Field>
      <Button type="submit" kind="primary" busy={isBusy} disabled={!isChanged}>
        {words.save}
      </Button>
    </form>
  );
}

/** What would become otherwise; N1 for the name. */
function changeOf(guest: HostGuest, draft: Draft): GuestChange {
  const name = draft.name === null ? guest.displayName : displayNameOf(draft.name, "");
  const reading = draft.reading === null ? guest.reading : draft.reading.trim() || null;
  return {
    ...(name !== guest.displayName && { displayName: name }),
    ...(reading !== guest.reading && { reading }),
  };
}
