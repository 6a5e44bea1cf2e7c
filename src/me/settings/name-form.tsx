import { type FormEvent, useId, useState } from "react";
import type { MeSettingsWords } from "#domain/words/me-settings-words";
import { myPhotoWords } from "#domain/words/my-photo";
import type { MyHistory } from "../../backend/my-history.ts";
import type { MyWish } from "../../backend/update-me.ts";
import type { ChangeWish, WishOutcome } from "./use-wish.ts";

interface Props {
  readonly history: MyHistory;
  readonly wish: MyWish;
  readonly change: ChangeWish;
  readonly words: MeSettingsWords;
}

/** Far more than a name has: what is too long for the screen is cut there (N1). */
const LONGEST = 200;

/** N1–N3: the name that the guest goes by. */
export function NameForm({ history, wish, change, words }: Props) {
  const id = useId();
  const known = wish.heldName ?? wish.displayName;
  const [typed, setTyped] = useState<string | null>(null);
  const [state, setState] = useState<"open" | "busy" | WishOutcome>("open");
  const isFixed = history.isNamedByHost || state === "named-by-host";
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (state === "busy") return;
    const name = typed ?? known;
    if (name.trim() === "") return setState("no-name");
    setState("busy");
    const outcome = await change({ displayName: name });
    setState(outcome);
    if (outcome === "saved") setTyped(null);
  };
  const note = noteOf(state, wish, words);
  return (
    <form className="settings__part settings__name" onSubmit={(event) => void send(event)}>
      <label htmlFor={id}>{words.name.label}</label>
      <p id={`${id}-hint`}>{isFixed ? words.name.byHost : words.name.hint}</p>
      <div>
        <input
          id={id}
          value={isFixed ? wish.displayName : (typed ?? known)}
          readOnly={isFixed}
          maxLength={LONGEST}
          autoComplete="off"
          enterKeyHint="done"
          aria-describedby={`${id}-hint ${id}-note`}
          aria-invalid={state === "no-name" || undefined}
          onChange={(event) => {
            setTyped(event.target.value);
            setState("open");
          }}
        />
        {!isFixed && (
          <button type="submit" aria-busy={state === "busy"}>
            {words.name.save}
          </button>
        )}
      </div>
      <p id={`${id}-note`} aria-live="polite" data-state={state}>
        {note}
      </p>
    </form>
  );
}

function noteOf(state: "open" | "busy" | WishOutcome, wish: MyWish, words: MeSettingsWords): string {
  switch (state) {
    case "no-name":
      return words.name.missing;
    case "failed":
      return words.failed;
    case "reopen":
      return myPhotoWords[wish.language].reopen;
    case "busy":
      return "";
    default: {
      if (wish.heldName !== null) return words.name.held(wish.heldName, wish.displayName);
      return state === "saved" ? words.name.saved(wish.displayName) : "";
    }
  }
}
