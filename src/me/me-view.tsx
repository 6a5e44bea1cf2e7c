import { useEffect, useMemo, useState } from "react";
import { toLanguage, type Language } from "#domain/language";
import { meWords } from "#domain/words/me";
import type { MeWords } from "#domain/words/me-words";
import { myPhotoWords } from "#domain/words/my-photo";
import { Cord } from "../ui/cord.tsx";
import { Notice } from "../my-photo/notice.tsx";
import { History } from "./history.tsx";
import type { MeBackend } from "./me-backend.ts";
import { createOwnPictures } from "./own-pictures.ts";
import { Goodbye } from "./settings/goodbye.tsx";
import { Settings } from "./settings/settings.tsx";
import { useWish } from "./settings/use-wish.ts";
import { useMyHistory, type MyHistoryState } from "./use-my-history.ts";
import { OwnPicturesContext } from "./use-own-picture.ts";
import "../ui/paper.css";
import "../my-photo/my-photo.css";
import "./me.css";

interface Props {
  readonly backend: MeBackend;
  /** Starts the whole page again, LINE's part included. */
  readonly restart: () => void;
}

/** A guest's page: all own photos of the event, the newest on top, how the guest stands, and what the guest wishes. */
export function MeView({ backend, restart }: Props) {
  const [goodbye, setGoodbye] = useState<Language | null>(null);
  if (goodbye === null) return <Me backend={backend} restart={restart} onLeft={setGoodbye} />;
  return <Goodbye language={goodbye} />;
}

interface MeProps extends Props {
  /** All of the guest is deleted. */
  readonly onLeft: (language: Language) => void;
}

function Me({ backend, restart, onLeft }: MeProps) {
  const { retry, ...state } = useMyHistory(backend.watch);
  const { history, isTrouble, end } = state;
  const { wish, change } = useWish(history, backend.update, retry);
  const pictures = useMemo(() => createOwnPictures(backend.readPictures), [backend]);
  useEffect(() => {
    if (!isTrouble) pictures.retry();
  }, [isTrouble, pictures]);
  const language = wish?.language ?? toLanguage(navigator.language);
  const words = meWords[language];
  const heading = history?.eventTitle ?? words.pageTitle;
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = heading;
  }, [language, heading]);
  const keep = async (photoId: string) => {
    const undoing = await backend.undoDeletion(photoId);
    retry();
    return undoing;
  };
  return (
    <OwnPicturesContext value={pictures}>
      <main className="paper mine" lang={language}>
        <header className="mine__head">
          <h1>{heading}</h1>
          <Cord />
        </header>
        <Body state={state} words={words} language={language} undo={keep} retry={retry} restart={restart} />
        {history !== null && wish !== null && end === null && (
          <Settings
            history={history}
            wish={wish}
            change={change}
            download={backend.download}
            leave={backend.leave}
            onLeft={() => onLeft(language)}
          />
        )}
      </main>
    </OwnPicturesContext>
  );
}

interface BodyProps {
  readonly state: MyHistoryState;
  readonly words: MeWords;
  readonly language: Language;
  readonly undo: MeBackend["undoDeletion"];
  readonly retry: () => void;
  readonly restart: () => void;
}

function Body({ state: { history, isTrouble, end }, words, language, undo, retry, restart }: BodyProps) {
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
        <History history={history} words={words} language={language} undo={undo} />
      </>
    );
  return isTrouble ? <Notice text={failed} action={tryAgain} /> : <Notice text={words.loading} isBusy />;
}
