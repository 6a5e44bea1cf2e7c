import type { Language } from "#domain/language";
import { explainStanding } from "#domain/words/explanation";
import type { MyPhotoWords } from "#domain/words/my-photo-words";
import type { MyPhoto } from "../backend/my-photo.ts";

interface Props {
  readonly photo: MyPhoto;
  /** How the points came about. */
  readonly sentences: readonly string[];
  readonly words: MyPhotoWords;
  readonly language: Language;
}

/** The points, how they came about, and where they put the guest. */
export function Result({ photo, sentences, words, language }: Props) {
  const counts = photo.state === "shown" || photo.state === "pending";
  return (
    <section className="result">
      {photo.faces.length > 0 ? (
        <p className="score">
          <span>{words.happiness}</span> <strong>{photo.score.toFixed(1)}</strong>
          <small>pt</small>
        </p>
      ) : (
        <p className="headline">{words.missionHeadline}</p>
      )}
      {sentences.map((sentence) => (
        <p key={sentence} className="why">
          {sentence}
        </p>
      ))}
      <ul className="marks">
        {photo.faces.length > 0 && <li>{words.faces(photo.faces.length)}</li>}
        {photo.place !== null && (
          <li>
            {words.yourPlace} <b>{words.place(photo.place)}</b>
          </li>
        )}
      </ul>
      {counts && photo.standing !== null && (
        <p className="standing">{explainStanding(photo.standing, language)}</p>
      )}
    </section>
  );
}
