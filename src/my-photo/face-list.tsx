import type { MyPhotoWords } from "#domain/words/my-photo-words";
import type { Picture } from "../backend/my-photo.ts";
import { FaceRow } from "./face-row.tsx";
import type { ReadFace } from "./photo-reading.ts";
import type { Spotlight } from "./use-spotlight.ts";
import "./face-list.css";

interface Props {
  readonly faces: readonly ReadFace[];
  readonly picture: Picture | null;
  readonly spotlight: Spotlight;
  readonly words: MyPhotoWords;
}

/** What each face gave, from the left: the numbers that add up to the score. */
export function FaceList({ faces, picture, spotlight, words }: Props) {
  return (
    <section className="faces">
      <h2>{words.everyFace}</h2>
      <ol>
        {faces.map((read) => (
          <FaceRow
            key={read.number}
            read={read}
            picture={picture}
            spotlight={spotlight}
            isAlone={faces.length === 1}
            words={words}
          />
        ))}
      </ol>
      <p className="faces__note">{words.readingNote}</p>
    </section>
  );
}
