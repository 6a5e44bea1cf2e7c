import { useEffect } from "react";
import { toLanguage, type Language } from "#domain/language";
import { meWords } from "#domain/words/me";
import type { MeWords } from "#domain/words/me-words";
import { myPhotoWords } from "#domain/words/my-photo";
import { Cord } from "../my-photo/cord.tsx";
import { Notice } from "../my-photo/notice.tsx";
import { History } from "./history.tsx";
import { useMyHistory, type MyHistoryState, type WatchMe } from "./use-my-history.ts";
import "../my-photo/my-photo.css";
import "./me.css";

interface Props {
  readonly watch: WatchMe;
  /** Starts the whole page again, LINE's part included. */
  readonly restart: () => void;
}

/** A guest's page: all own photos of the event, the newest on top, and how the guest stands. */
export function MeView({ watch, restart }: Props) {
  const { retry, ...state } = useMyHistory(watch);
  const language = state.history?.language ?? toLanguage(navigator.language);
  const words = meWords[language];
  const heading = state.history?.eventTitle ?? words.pageTitle;
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = heading;
  }, [language, heading]);
  return (
    <main className="mine" lang={language}>
      <header className="mine__head">
        <h1>{heading}</h1>
        <Cord />
      </header>
      <Body state={state} words={words} language={language} retry={retry} restart={restart} />
    </main>
  );
}

interface BodyProps {
  readonly state: MyHistoryState;
  readonly words: MeWords;
  readonly language: Language;
  readonly retry: () => void;
  readonly restart: () => void;
}

function Body({ state: { history, isTrouble, end }, words, language, retry, restart }: BodyProps) {
  const { failed, eventGone } = myPhotoWords[language];
  const tryAgain = { label: words.retry, run: retry };
  if (end === "reopen") return <Notice text={words.reopen} />;
  if (end === "nowhere") return <Notice text={words.nowhere} action={{ label: words.retry, run: restart }} />;
  if (end === "event-gone") return <Notice text={eventGone} />;
  if (history !== null)
    return (
      <>
        <div className="me__trouble" aria-live="polite">
          {isTrouble && (
            <>
              <p>{words.trouble}</p>
              <button type="button" onClick={retry}>
                {words.retry}
              </button>
            </>
          )}
        </div>
        <History history={history} words={words} language={language} />
      </>
    );
  return isTrouble ? <Notice text={failed} action={tryAgain} /> : <Notice text={words.loading} isBusy />;
}
