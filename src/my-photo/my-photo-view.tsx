import { useEffect } from "react";
import { toLanguage, type Language } from "#domain/language";
import { myPhotoWords } from "#domain/words/my-photo";
import type { MyPhotoWords } from "#domain/words/my-photo-words";
import { Cord } from "./cord.tsx";
import type { LoadMyPhoto, Removal, RemoveMyPhoto } from "./my-photo-answer.ts";
import { Notice } from "./notice.tsx";
import { OwnPhoto } from "./own-photo.tsx";
import { useMyPhoto, type MyPhotoLoading } from "./use-my-photo.ts";
import "./my-photo.css";

interface Props {
  readonly photoId: string;
  readonly load: LoadMyPhoto;
  readonly remove: RemoveMyPhoto;
  /** Starts the whole page again, LINE's part included. */
  readonly restart: () => void;
}

/** A guest's page about one own photo: the picture, what was read on it, and where that puts the guest. */
export function MyPhotoView({ photoId, load, remove, restart }: Props) {
  const state = useMyPhoto(photoId, load);
  const language: Language = state.kind === "photo" ? state.photo.language : toLanguage(navigator.language);
  const words = myPhotoWords[language];
  const heading = state.kind === "photo" ? state.photo.eventTitle : undefined;
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = heading ?? words.pageTitle;
  }, [language, heading, words]);
  return (
    <main className="mine" lang={language}>
      <header className="mine__head">
        <h1>{heading ?? words.pageTitle}</h1>
        <Cord />
      </header>
      <Body
        state={state}
        words={words}
        language={language}
        remove={() => remove(photoId)}
        restart={restart}
      />
    </main>
  );
}

interface BodyProps {
  readonly state: MyPhotoLoading;
  readonly words: MyPhotoWords;
  readonly language: Language;
  readonly remove: () => Promise<Removal>;
  readonly restart: () => void;
}

function Body({ state, words, language, remove, restart }: BodyProps) {
  switch (state.kind) {
    case "photo":
      return <OwnPhoto photo={state.photo} words={words} language={language} remove={remove} />;
    case "loading":
      return <Notice text={words.loading} isBusy />;
    case "failed":
      return <Notice text={words.failed} action={{ label: words.tryAgain, run: restart }} />;
    case "reopen":
      return <Notice text={words.reopen} />;
    case "not-found":
      return <Notice text={words.notFound} />;
    case "event-gone":
      return <Notice text={words.eventGone} />;
  }
}
