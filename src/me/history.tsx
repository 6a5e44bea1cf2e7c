import type { Language } from "#domain/language";
import type { MeWords } from "#domain/words/me-words";
import type { MyHistory } from "../backend/my-history.ts";
import type { MeBackend } from "./me-backend.ts";
import { NewestPhoto } from "./newest-photo.tsx";
import { PhotoEntry } from "./photo-entry.tsx";
import { Standing } from "./standing.tsx";

interface Props {
  readonly history: MyHistory;
  readonly words: MeWords;
  readonly language: Language;
  readonly undo: MeBackend["undoDeletion"];
}

export function History({ history, words, language, undo }: Props) {
  const [newest, ...earlier] = history.photos;
  if (newest === undefined)
    return (
      <section className="me__empty print">
        <div className="print__words">
          <h2>{words.emptyTitle}</h2>
          <p>{words.emptyHint}</p>
        </div>
      </section>
    );
  const isBest = ({ photoId, state }: MyHistory["photos"][number]): boolean =>
    photoId === history.bestPhotoId && state === "shown";
  return (
    <>
      <NewestPhoto
        key={newest.photoId}
        photo={newest}
        isBest={isBest(newest)}
        words={words}
        language={language}
        undo={undo}
      />
      <Standing history={history} words={words} language={language} />
      {earlier.length > 0 && (
        <section className="me__earlier">
          <h2>{words.earlier}</h2>
          <ul>
            {earlier.map((photo) => (
              <PhotoEntry
                key={photo.photoId}
                photo={photo}
                isBest={isBest(photo)}
                words={words}
                language={language}
                undo={undo}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
