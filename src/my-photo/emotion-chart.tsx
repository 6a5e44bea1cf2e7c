import type { Emotion } from "#domain/face";
import type { MyPhotoWords } from "#domain/words/my-photo-words";
import { Bar } from "./bar.tsx";

interface Props {
  readonly emotions: readonly Emotion[];
  readonly words: MyPhotoWords;
}

/** The emotions that were read on a face, the strongest first. */
export function EmotionChart({ emotions, words }: Props) {
  const ordered = emotions.toSorted((one, other) => other.confidence - one.confidence);
  return (
    <ul className="emotions">
      {ordered.map(({ type, confidence }, index) => (
        <li key={index} data-emotion={type}>
          <span>{words.emotions[type]}</span> <Bar percent={confidence} />
          <span className="emotions__percent">{confidence.toFixed(1)}%</span>
        </li>
      ))}
    </ul>
  );
}
