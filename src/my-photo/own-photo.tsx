import { useState } from "react";
import type { Language } from "#domain/language";
import type { MyPhotoWords } from "#domain/words/my-photo-words";
import type { MyPhoto } from "../backend/my-photo.ts";
import { DeletePhoto } from "./delete-photo.tsx";
import type { Removal } from "./my-photo-answer.ts";
import { PhotoCard } from "./photo-card.tsx";

interface Props {
  readonly photo: MyPhoto;
  readonly words: MyPhotoWords;
  readonly language: Language;
  readonly remove: () => Promise<Removal>;
}

/** A photo and what its guest may do with it. Once deleted it is gone here at once, whatever is still under way. */
export function OwnPhoto({ photo, words, language, remove }: Props) {
  const [isDeleted, setIsDeleted] = useState(false);
  const now: MyPhoto = isDeleted ? { ...photo, state: "removed", reason: "withdrawn", picture: null } : photo;
  return (
    <>
      <PhotoCard key={now.state} photo={now} words={words} language={language} />
      {isDeleted && (
        <p className="delete" tabIndex={-1} ref={focusOnce}>
          {words.deletion.done}
        </p>
      )}
      {now.state !== "removed" && (
        <DeletePhoto remove={remove} onDeleted={() => setIsDeleted(true)} words={words} />
      )}
    </>
  );
}

/** The button that was pressed is gone. Outside, so that it is called no second time. */
const focusOnce = (sentence: HTMLElement | null): void => sentence?.focus();
