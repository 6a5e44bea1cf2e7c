import type { Language } from "#domain/language";
import type { MeWords } from "#domain/words/me-words";
import { myPhotoWords } from "#domain/words/my-photo";
import type { MyHistory } from "../backend/my-history.ts";

interface Props {
  readonly history: MyHistory;
  readonly words: MeWords;
  readonly language: Language;
}

/** Where the guest stands, and what all photos come to. */
export function Standing({ history, words, language }: Props) {
  const { place, score } = history;
  const photos = history.photos.filter(({ leavesAt }) => leavesAt === null);
  const { yourPlace, place: placed, happiness } = myPhotoWords[language];
  const shown = photos.filter(({ state }) => state === "shown");
  const faces = photos.reduce((sum, { faceCount }) => sum + faceCount, 0);
  return (
    <section className="me__standing">
      <h2>{words.standing}</h2>
      {place === null ? (
        <p className="me__no-place">{words.noPlace}</p>
      ) : (
        <p className="me__place">
          <span>{yourPlace}</span> <strong>{placed(place)}</strong>
          {score !== null && (
            <span>
              {happiness} {score.toFixed(1)}pt
            </span>
          )}
        </p>
      )}
      <dl>
        <Total name={words.sent} value={words.photos(photos.length)} />
        <Total name={words.onScreen} value={words.photos(shown.length)} />
        <Total name={words.smiles} value={words.people(faces)} />
      </dl>
    </section>
  );
}

function Total({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
