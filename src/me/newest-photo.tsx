import { Link } from "react-router";
import { myPhotoWords } from "#domain/words/my-photo";
import { UndoDeletion } from "../my-photo/undo-deletion.tsx";
import { Best } from "./best.tsx";
import type { EntryProps } from "./photo-entry.tsx";
import { Picture } from "./picture.tsx";
import { Points } from "./points.tsx";
import { sentTime } from "./sent-time.ts";

/** The newest result, large, with what became of it in a whole sentence. */
export function NewestPhoto({ photo, isBest, words, language, undo }: EntryProps) {
  const { reasons, ...sentences } = myPhotoWords[language];
  const reason = photo.reason === null || photo.state === "shown" ? undefined : reasons[photo.reason];
  return (
    <section className="me__newest" data-state={photo.state} data-leaving={photo.leavesAt !== null}>
      <h2>{words.newest}</h2>
      <Link className="me__print" to={`/me/photos/${photo.photoId}`}>
        <span className="print">
          <Picture photo={photo} copy="display" />
          <span className="me__hidden-words">{words.sentAt(sentTime(photo.sentAt, language))}</span>
        </span>
        <span className="me__points">
          <Points photo={photo} happiness={sentences.happiness} />
          {isBest && <Best words={words} />}
        </span>
        <span className="me__more">{words.seeDetails}</span>
      </Link>
      {photo.leavesAt === null ? (
        <p className="state" aria-live="polite" data-state={photo.state}>
          {reason ?? sentences[photo.state]}
        </p>
      ) : (
        <UndoDeletion undo={() => undo(photo.photoId)} words={myPhotoWords[language]} />
      )}
    </section>
  );
}
