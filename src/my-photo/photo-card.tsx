import type { Language } from "#domain/language";
import type { MyPhotoWords } from "#domain/words/my-photo-words";
import type { MyPhoto, Picture } from "../backend/my-photo.ts";
import { FaceList } from "./face-list.tsx";
import { LabelList } from "./label-list.tsx";
import { MissionList } from "./mission-list.tsx";
import { PhotoPrint } from "./photo-print.tsx";
import { readingOf, type PhotoReading } from "./photo-reading.ts";
import { Result } from "./result.tsx";
import { usePictureOf } from "./use-picture-of.ts";
import { useSpotlight, type Spotlight } from "./use-spotlight.ts";

interface Words {
  readonly words: MyPhotoWords;
  readonly language: Language;
}

interface Props extends Words {
  readonly photo: MyPhoto;
  /** Deleted, and it may still be taken back. */
  readonly isLeaving?: boolean;
  /** The picture by a fresh address, asked for once when the one at hand does not load. */
  readonly readPicture?: () => Promise<string | null>;
}

/** Everything about one photo that its guest may see. */
export function PhotoCard({ photo, isLeaving = false, words, language, readPicture }: Props) {
  const { picture, isBroken, onBroken } = usePictureOf(photo, readPicture);
  const spotlight = useSpotlight();
  const reading = readingOf(photo, language);
  const sentence = stateSentence(photo, words);
  return (
    <article
      className="photo"
      data-state={photo.state}
      data-picture={picture !== null}
      data-leaving={isLeaving}
    >
      <div className="photo__picture">
        {picture === null ? (
          <div className="print">
            <p className="print__words">{isBroken ? words.noPicture : sentence}</p>
          </div>
        ) : (
          <PhotoPrint
            picture={picture}
            {...reading}
            spotlight={spotlight}
            alt={words.pictureOf(photo.displayName)}
            onBroken={onBroken}
          />
        )}
      </div>
      <div className="photo__words">
        {photo.picture !== null && (
          <p className="state" data-state={photo.state}>
            {sentence}
          </p>
        )}
        {photo.state !== "removed" && (
          <Reading
            photo={photo}
            reading={reading}
            picture={picture}
            spotlight={spotlight}
            words={words}
            language={language}
          />
        )}
        <p className="sent">{words.sentBy(photo.displayName, timeOf(photo.sentAt, language))}</p>
      </div>
    </article>
  );
}

interface ReadingProps extends Words {
  readonly photo: MyPhoto;
  readonly reading: PhotoReading;
  readonly picture: Picture | null;
  readonly spotlight: Spotlight;
}

/** What was read on the photo and what came of it; nothing of what was not read. */
function Reading({ photo, reading, picture, spotlight, words, language }: ReadingProps) {
  const { faces, labels, sentences } = reading;
  const plays = photo.state === "shown" || photo.state === "pending";
  const missions = plays ? photo.missions : [];
  // C5: the missions alone bring a photo without faces onto the screen.
  const hasResult = faces.length > 0 || missions.some(({ isMet }) => isMet);
  return (
    <>
      {hasResult && <Result photo={photo} sentences={sentences} words={words} language={language} />}
      {missions.length > 0 && <MissionList missions={missions} words={words} />}
      {faces.length > 0 && <FaceList faces={faces} picture={picture} spotlight={spotlight} words={words} />}
      {labels.length > 0 && (
        <LabelList labels={labels} spotlight={spotlight} language={language} words={words} />
      )}
    </>
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
