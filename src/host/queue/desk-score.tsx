import type { Language } from "#domain/language";
import { points } from "#domain/scoring";
import { labelName } from "#domain/words/label-name";
import type { HostQueueWords } from "#domain/words/host-queue-words";
import type { HostPhoto } from "../../backend/host-photo.ts";
import type { Reading } from "./use-reading.ts";

interface Props {
  readonly photo: HostPhoto;
  readonly reading: Reading;
  /** The faces are told: they are numbered on the picture too. */
  readonly onToggle: (isOpen: boolean) => void;
  readonly words: HostQueueWords;
  readonly language: Language;
}

const MOST_LABELS = 12;

/** The points, and why it is these. */
export function DeskScore({ photo, reading, onToggle, words, language }: Props) {
  const { told, detail } = reading;
  const labels = [...new Set(detail?.labels.map(({ name }) => labelName(name, language)))];
  return (
    <section className="desk__part">
      <h3 className="unseen">{words.score}</h3>
      <details className="desk__score" onToggle={({ currentTarget }) => onToggle(currentTarget.open)}>
        <summary title={words.faceNote}>
          <strong>{points(photo.score)}</strong> <span>{words.faces(photo.faceCount)}</span>
        </summary>
        {told?.sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <ul className="desk__faces">
          {told?.faces.map((face) => (
            <li key={face.number} data-dropped={face.dropped !== undefined}>
              {face.sentence}
            </li>
          ))}
        </ul>
      </details>
      {labels.length > 0 && (
        <p className="desk__note">
          {words.labels}: {labels.slice(0, MOST_LABELS).join(" · ")}
        </p>
      )}
    </section>
  );
}
