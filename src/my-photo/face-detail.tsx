import type { Face } from "#domain/face";
import type { MyPhotoWords } from "#domain/words/my-photo-words";
import { EmotionChart } from "./emotion-chart.tsx";

interface Props {
  readonly id: string;
  readonly face: Face;
  readonly words: MyPhotoWords;
}

/** All that was read on a face; what was not read is not mentioned. */
export function FaceDetail({ id, face, words }: Props) {
  const { ageRange, gender, emotions } = face;
  const guesses = [
    ...(ageRange === undefined ? [] : [words.ages(ageRange.low, ageRange.high)]),
    ...(gender === undefined ? [] : [words.genders[gender] ?? gender]),
  ];
  return (
    <div className="face-detail" id={id}>
      {guesses.length > 0 && (
        <p className="face-detail__guess">
          <span>{words.guess}</span> {guesses.join(words.between)}
        </p>
      )}
      {emotions.length > 0 && <EmotionChart emotions={emotions} words={words} />}
    </div>
  );
}
