import { useEffect } from "react";
import { Link } from "react-router";
import { toLanguage, type Language } from "#domain/language";
import { myPhotoWords } from "#domain/words/my-photo";
import type { MyPhotoWords } from "#domain/words/my-photo-words";
import { Cord } from "../ui/cord.tsx";
import type { MyPhotoBackend } from "./my-photo-answer.ts";
import { Notice } from "./notice.tsx";
import { OwnPhoto } from "./own-photo.tsx";
import { useMyPhoto, type MyPhotoLoading } from "./use-my-photo.ts";
import "../ui/paper.css";
import "./my-photo.css";

interface Props {
  readonly photoId: string;
  readonly backend: MyPhotoBackend;
  /** Starts the whole page again, LINE's part included. */
  readonly restart: () => void;
}

/** A guest's page about one own photo: the picture, what was read on it, and where that puts the guest. */
export function MyPhotoView({ photoId, backend, restart }: Props) {
  const { state, reload } = useMyPhoto(photoId, backend.load);
  const language: Language = state.kind === "photo" ? state.photo.language : toLanguage(navigator.language);
  const words = myPhotoWords[language];
  const heading = state.kind === "photo" ? state.photo.eventTitle : undefined;
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = heading ?? words.pageTitle;
  }, [language, heading, words]);
  return (
    <main className="paper mine" lang={language}>
      {hasHistory(state) && (
        <nav className="mine__back">
          {/* The history of the photo's own event, wherever the guest plays now. */}
          <Link to="/me" state={state.kind === "photo" ? { photoId } : null}>
            {words.allPhotos}
          </Link>
        </nav>
      )}
      <header className="mine__head">
        <h1>{heading ?? words.pageTitle}</h1>
        <Cord />
      </header>
      <Body
        photoId={photoId}
        state={state}
        words={words}
        language={language}
        backend={backend}
        reload={reload}
        restart={restart}
      />
    </main>
  );
}

const hasHistory = ({ kind }: MyPhotoLoading): boolean => kind === "photo" || kind === "not-found";

interface BodyProps {
  readonly photoId: string;
  readonly state: MyPhotoLoading;
  readonly words: MyPhotoWords;
  readonly language: Language;
  readonly backend: MyPhotoBackend;
  readonly reload: () => void;
  readonly restart: () => void;
}

function Body({ photoId, state, words, language, backend, reload, restart }: BodyProps) {
  switch (state.kind) {
    case "photo":
      return (
        <OwnPhoto
          key={state.photo.leavesAt}
          photoId={photoId}
          photo={state.photo}
          words={words}
          language={language}
          backend={backend}
          reload={reload}
        />
      );
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
