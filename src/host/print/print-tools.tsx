import { Link } from "react-router";
import { type Language, languages } from "#domain/language";
import { hostPrintWords } from "#domain/words/host-print";
import type { HostEvent } from "../../backend/host-event-shapes.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { LanguageSwitch, languageNames, useHostLanguage } from "../shell/language.tsx";
import { type Paper, papers } from "./paper.ts";

interface Props {
  readonly event: HostEvent;
  readonly paper: Paper;
  /** The languages on cards and posters. */
  readonly chosen: readonly Language[];
  readonly onChoose: (chosen: readonly Language[]) => void;
}

/** What stays on the screen: which paper, in which languages, and the way to the printer. */
export function PrintTools({ event, paper, chosen, onChoose }: Props) {
  const words = hostPrintWords[useHostLanguage()];
  return (
    <header className="print__tools">
      <div className="print__head">
        <Link
          className="print__back"
          to={`/host/${event.eventId}/settings`}
          aria-label={words.back}
          title={words.back}
        >
          <Icon name="left" />
        </Link>
        <p className="print__title">
          <strong>{words.title}</strong>
          <bdi>{event.title}</bdi>
        </p>
        <LanguageSwitch />
      </div>
      <div className="print__choices">
        <nav className="print__which" aria-label={words.whichPaper}>
          {papers.map((one) => (
            <Link key={one} to={`#${one}`} replace aria-current={one === paper ? "page" : undefined}>
              {words.papers[one]}
            </Link>
          ))}
        </nav>
        {paper !== "result" && <GuestsLanguages chosen={chosen} onChoose={onChoose} />}
        <Button kind="primary" className="print__go" onClick={() => globalThis.print()}>
          {words.print}
        </Button>
      </div>
      <p className="print__hint">{words.printHint}</p>
      {paper === "result" && (
        <p className="print__hint">
          {words.readingHint} <Link to={`/host/${event.eventId}/guests`}>{words.toGuests}</Link>
        </p>
      )}
    </header>
  );
}

function GuestsLanguages({ chosen, onChoose }: Pick<Props, "chosen" | "onChoose">) {
  const words = hostPrintWords[useHostLanguage()];
  return (
    <fieldset className="print__languages">
      <legend>{words.guestsLanguages}</legend>
      {languages.map((language) => {
        const isChosen = chosen.includes(language);
        const others = chosen.filter((other) => other !== language);
        return (
          <label key={language} lang={language}>
            <input
              type="checkbox"
              checked={isChosen}
              // Paper without words is no invitation.
              disabled={isChosen && others.length === 0}
              onChange={() => onChoose(isChosen ? others : [...others, language])}
            />
            {languageNames[language]}
          </label>
        );
      })}
    </fieldset>
  );
}
