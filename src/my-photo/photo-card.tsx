import { useState } from "react";
import type { Language } from "#domain/language";
import type { MyPhotoWords } from "#domain/words/my-photo";
import type { MyPhoto } from "../backend/my-photo.ts";
import { FaceList } from "./face-list.tsx";
import { PhotoPrint } from "./photo-print.tsx";
import { fromLeft } from "./from-left.ts";

interface Props {
  readonly photo: MyPhoto;
  readonly words: MyPhotoWords;
  readonly language: Language;
}

/** Everything about one photo that its guest may see. */
export function PhotoCard({ photo, words, language }: Props) {
  const [isBroken, setIsBroken] = useState(false);
  const faces = fromLeft(photo.faces);
  const isCounted = faces.length > 0 && photo.state !== "removed";
  const picture = isBroken ? null : photo.picture;
  const sentence = stateSentence(photo, words);
  return (
    <article>
      {picture === null ? (
        <div className="print">
          <p className="print__words">{isBroken ? words.noPicture : sentence}</p>
        </div>
      ) : (
        <PhotoPrint
          picture={picture}
          faces={faces}
          alt={words.pictureOf(photo.displayName)}
          onBroken={() => setIsBroken(true)}
        />
      )}
      {photo.picture !== null && (
        <p className="state" data-state={photo.state}>
          {sentence}
        </p>
      )}
      {isCounted && <Result photo={photo} words={words} />}
      {isCounted && <FaceList faces={faces} picture={picture} words={words} />}
      <p className="sent">{words.sentBy(photo.displayName, timeOf(photo.sentAt, language))}</p>
    </article>
  );
}

function Result({ photo, words }: Omit<Props, "language">) {
  return (
    <section className="result">
      <p className="score">
        <span>{words.happiness}</span> <strong>{photo.score.toFixed(1)}</strong>
        <small>pt</small>
      </p>
      <ul className="marks">
        <li>{words.faces(photo.faces.length)}</li>
        {photo.place !== null && (
          <li>
            {words.yourPlace} <b>{words.place(photo.place)}</b>
          </li>
        )}
      </ul>
    </section>
  );
}

function stateSentence(photo: MyPhoto, words: MyPhotoWords): string {
  const reason = photo.reason === null || photo.state === "shown" ? undefined : words.reasons[photo.reason];
  return reason ?? words[photo.state];
}

function timeOf(sentAt: number, language: Language): string {
  const format = new Intl.DateTimeFormat(language, {
    month: "long",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  });
  return format.format(sentAt);
}
