import { useState } from "react";
import { Link } from "react-router";
import { languages, type Language } from "#domain/language";
import { meSettingsWords, ownNames } from "#domain/words/me-settings";
import { myPhotoWords } from "#domain/words/my-photo";
import type { MyHistory } from "../../backend/my-history.ts";
import type { MyWish } from "../../backend/update-me.ts";
import { Switch } from "../../ui/switch.tsx";
import type { MeBackend } from "../me-backend.ts";
import { Download } from "./download.tsx";
import { Leave } from "./leave.tsx";
import { NameForm } from "./name-form.tsx";
import type { ChangeWish, WishOutcome } from "./use-wish.ts";
import "./settings.css";

interface Props {
  readonly history: MyHistory;
  readonly wish: MyWish;
  readonly change: ChangeWish;
  readonly download: MeBackend["download"];
  readonly leave: MeBackend["leave"];
  readonly onLeft: () => void;
}

/** What the guest decides: the name, the screen, the language, and whether anything stays at all. */
export function Settings({ history, wish, change, download, leave, onLeft }: Props) {
  const { language } = wish;
  const words = meSettingsWords[language];
  const [said, setSaid] = useState("");
  const told = (outcome: WishOutcome, saved: string): void => {
    if (outcome === "saved") setSaid(saved);
    else setSaid(outcome === "reopen" ? myPhotoWords[language].reopen : words.failed);
  };
  return (
    <section className="settings" aria-labelledby="settings-title">
      <h2 id="settings-title">{words.title}</h2>
      <NameForm history={history} wish={wish} change={change} words={words} />
      <ScreenSwitch wish={wish} change={change} onTold={told} />
      <LanguageChoice language={language} change={change} onTold={told} />
      <p className="settings__said" aria-live="polite">
        {said}
      </p>
      <Download backend={download} language={language} />
      <p className="settings__links">
        <Link to={`/privacy/${history.joinCode}?lang=${language}`}>{words.privacy}</Link>
      </p>
      <Leave photos={history.photos.length} leave={leave} onLeft={onLeft} language={language} />
    </section>
  );
}

interface PartProps {
  readonly change: ChangeWish;
  readonly onTold: (outcome: WishOutcome, saved: string) => void;
}

function ScreenSwitch({ wish, change, onTold }: PartProps & { readonly wish: MyWish }) {
  const { screen } = meSettingsWords[wish.language];
  const [wanted, setWanted] = useState<boolean | null>(null);
  const isOn = wanted ?? !wish.isOffScreen;
  const turn = async (on: boolean): Promise<void> => {
    if (wanted !== null) return;
    setWanted(on);
    const outcome = await change({ isOffScreen: !on });
    setWanted(null);
    onTold(outcome, on ? screen.nowOn : screen.nowOff);
  };
  return (
    <div className="settings__part">
      <Switch
        label={screen.label}
        hint={isOn ? screen.on : screen.off}
        checked={isOn}
        onChange={(on) => void turn(on)}
      />
    </div>
  );
}

function LanguageChoice({ language, change, onTold }: PartProps & { readonly language: Language }) {
  const [wanted, setWanted] = useState<Language | null>(null);
  const choose = async (one: Language): Promise<void> => {
    if (wanted !== null || one === language) return;
    setWanted(one);
    const outcome = await change({ language: one });
    setWanted(null);
    onTold(outcome, "");
  };
  return (
    <fieldset className="settings__part settings__languages">
      <legend>{meSettingsWords[language].language}</legend>
      <div>
        {languages.map((one) => (
          <label key={one} lang={one}>
            <input
              type="radio"
              name="language"
              checked={one === (wanted ?? language)}
              onChange={() => void choose(one)}
            />
            <span>{ownNames[one]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
