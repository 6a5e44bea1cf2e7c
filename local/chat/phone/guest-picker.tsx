import { type FormEvent, type ReactNode, useState } from "react";
import { languages, type Language } from "#domain/language";
import type { User } from "../../line/memory/chat.ts";
import { useTalk, useTalkStore } from "../talk/use-talk.ts";
import { firstGuestLanguage, languageNames, words } from "../words/words.ts";
import { Avatar } from "./avatar.tsx";
import { BotFace } from "./icons.tsx";
import { useNotice } from "./use-notice.tsx";

const SUGGESTIONS = 4;

interface GuestPickerProps {
  readonly onPick: (userId: string) => void;
}

function KnownGuests({ users, onPick }: GuestPickerProps & { readonly users: readonly User[] }): ReactNode {
  if (users.length === 0) return null;
  return (
    <>
      <h3>{words.knownGuests}</h3>
      <ul className="guest-list">
        {users.toReversed().map((user) => (
          <li key={user.userId}>
            <button type="button" onClick={() => onPick(user.userId)}>
              <Avatar user={user} />
              <span>{user.displayName}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

interface LanguageChoiceProps {
  readonly chosen: Language;
  readonly onChoose: (language: Language) => void;
}

/** The bot answers in the language that the guest's LINE is set to. */
function LanguageChoice({ chosen, onChoose }: LanguageChoiceProps): ReactNode {
  return (
    <fieldset className="languages">
      <legend>{words.guestLanguage}</legend>
      {languages.map((one) => (
        <button
          type="button"
          key={one}
          lang={one}
          aria-pressed={one === chosen}
          onClick={() => onChoose(one)}
        >
          {languageNames[one]}
        </button>
      ))}
    </fieldset>
  );
}

function NewGuest({ onPick }: GuestPickerProps): ReactNode {
  const { users, connection } = useTalk();
  const store = useTalkStore();
  const { notice, report } = useNotice();
  const [name, setName] = useState("");
  const [language, setLanguage] = useState(firstGuestLanguage);
  const taken = new Set(users.map((user) => user.displayName));
  // Before the guests are known, a suggestion could be a name that is taken.
  const isReady = connection !== "starting";
  const suggested = words.suggestedNames.filter((one) => isReady && !taken.has(one)).slice(0, SUGGESTIONS);
  const start = (event: FormEvent) => {
    event.preventDefault();
    const displayName = name.trim() || suggested[0];
    if (displayName === undefined) return;
    void report(
      async () => onPick((await store.client.createUser(displayName, language)).userId),
      words.sendFailed,
    );
  };
  return (
    <form className="new-guest" onSubmit={start}>
      <h3>{words.newGuest}</h3>
      <input
        value={name}
        onChange={(event) => setName(event.target.value)}
        placeholder={words.nameHint}
        aria-label={words.nameHint}
        maxLength={40}
        required={isReady && suggested.length === 0}
      />
      <div className="chips">
        {suggested.map((one) => (
          <button type="button" key={one} aria-pressed={one === name} onClick={() => setName(one)}>
            {one}
          </button>
        ))}
      </div>
      <LanguageChoice chosen={language} onChoose={setLanguage} />
      <button type="submit" className="primary" disabled={!isReady}>
        {words.start}
      </button>
      {notice}
    </form>
  );
}

/** Who holds this phone: a new guest or one who was here before. */
export function GuestPicker({ onPick }: GuestPickerProps): ReactNode {
  const { users, bot, connection } = useTalk();
  return (
    <div className="guest-picker">
      <div className="guest-picker-head">
        <span className="avatar bot-avatar">
          <BotFace />
        </span>
        <strong>{bot?.displayName ?? "…"}</strong>
        <span>{bot?.basicId}</span>
        <h2>{words.whoIsThis}</h2>
        <p>{words.beAGuest}</p>
      </div>
      {connection === "starting" && <p className="connection-note">{words.starting}</p>}
      <NewGuest onPick={onPick} />
      <KnownGuests users={users} onPick={onPick} />
    </div>
  );
}
