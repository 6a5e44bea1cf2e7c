import { Link } from "react-router";
import type { Language } from "#domain/language";
import type { MeWords } from "#domain/words/me-words";
import { myPhotoWords } from "#domain/words/my-photo";
import type { HistoryPhoto } from "../backend/my-history.ts";
import { UndoDeletion } from "../my-photo/undo-deletion.tsx";
import { Best } from "./best.tsx";
import type { MeBackend } from "./me-backend.ts";
import { Picture } from "./picture.tsx";
import { Points } from "./points.tsx";
import { sentTime } from "./sent-time.ts";

export interface EntryProps {
  readonly photo: HistoryPhoto;
  /** Whether none of the guest's photos has more points. */
  readonly isBest: boolean;
  readonly words: MeWords;
  readonly language: Language;
  readonly undo: MeBackend["undoDeletion"];
}

/** A photo of the list; it leads to its own page. */
export function PhotoEntry({ photo, isBest, words, language, undo }: EntryProps) {
  const reason = photo.reason === null || photo.state === "shown" ? undefined : words.reasons[photo.reason];
  return (
    <li data-leaving={photo.leavesAt !== null}>
      <Link className="me__entry" data-state={photo.state} to={`/me/photos/${photo.photoId}`}>
        <span className="me__thumbnail">
          <Picture photo={photo} copy="thumbnail" />
        </span>
        <span className="me__about">
          {isBest && <Best words={words} />}
          <Points photo={photo} happiness={myPhotoWords[language].happiness} />
          {photo.leavesAt === null && (
            <span className="me__state">{reason ?? words.states[photo.state]}</span>
          )}
          <time dateTime={new Date(photo.sentAt).toISOString()}>{sentTime(photo.sentAt, language)}</time>
        </span>
      </Link>
      {photo.leavesAt !== null && (
        <UndoDeletion undo={() => undo(photo.photoId)} words={myPhotoWords[language]} />
      )}
    </li>
  );
}
