import type { Language } from "#domain/language";
import { moderationTaxonomy } from "#domain/moderation-taxonomy";
import type { HostQueueWords } from "#domain/words/host-queue-words";
import { moderationLabelName } from "#domain/words/moderation-label-name";
import type { HostPhoto, ModerationLabel } from "../../backend/host-photo.ts";
import { photoIn, type PhotoList } from "./photo-list.ts";
import { reasonOf, timeOf } from "./photo-words.ts";
import { QueuePicture } from "./queue-picture.tsx";

interface Props {
  readonly photo: HostPhoto;
  readonly list: PhotoList;
  /** Everything that the API tells of the photo is known. */
  readonly isRead: boolean;
  readonly words: HostQueueWords;
  readonly language: Language;
}

/** Why the photo waits or is hidden, what automatic moderation says, and the photo that it repeats. */
export function DeskReasons({ photo, list, isRead, words, language }: Props) {
  const { concern, reason, duplicateOf } = photo;
  const sentence = reasonOf(photo, words);
  const isElse = concern !== null && concern !== reason;
  return (
    <section className="desk__part desk__reasons">
      <h3 className="unseen">{words.why}</h3>
      {sentence !== undefined && (
        <p className="desk__reason" data-grave={reason !== "review-first"}>
          {sentence}
        </p>
      )}
      {isElse && words.concerns[concern] !== undefined && <p>{words.concerns[concern]}</p>}
      {duplicateOf !== null && (
        <Repeated
          photo={photo}
          earlier={photoIn(list, duplicateOf)}
          isRead={isRead}
          words={words}
          language={language}
        />
      )}
      <Moderation photo={photo} words={words} language={language} />
    </section>
  );
}

interface RepeatedProps {
  readonly photo: HostPhoto;
  readonly earlier: HostPhoto | undefined;
  readonly isRead: boolean;
  readonly words: HostQueueWords;
  readonly language: Language;
}

function Repeated({ photo, earlier, isRead, words, language }: RepeatedProps) {
  if (earlier === undefined || earlier.state === "removed") {
    return isRead ? <p className="desk__note">{words.earlierGone}</p> : null;
  }
  const both = [
    { title: words.earlier, one: earlier },
    { title: words.thisPhoto, one: photo },
  ];
  return (
    <ul className="desk__pair">
      {both.map(({ title, one }) => (
        <li key={one.photoId}>
          <QueuePicture
            photo={one}
            copy="thumbnail"
            alt={`${title}: ${words.pictureOf(one.displayName)}`}
            words={words}
          />
          <span>
            <b>{title}</b>
            {words.sentBy(one.displayName)} {timeOf(one.sentAt, language)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Moderation({ photo, words, language }: Pick<Props, "photo" | "words" | "language">) {
  // Where nothing could be read nothing was checked either.
  if (photo.size === null) return null;
  if (!photo.isModerationChecked) return <p className="desk__note">{words.moderationNotChecked}</p>;
  const found = namedLabels(photo.moderationLabels, language);
  if (found.length === 0) return <p className="desk__note">{words.moderationNothing}</p>;
  return (
    <div className="desk__moderation">
      <h4>{words.moderationFound}</h4>
      <ul>
        {found.map(({ name, confidence }) => (
          <li key={name}>
            {name} <small>{confidence.toFixed(0)}%</small>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The most exact labels, the surest first: a parent that only came along says nothing. */
export function namedLabels(
  labels: readonly ModerationLabel[],
  language: Language,
): readonly ModerationLabel[] {
  const parents = new Set(labels.flatMap(({ name }) => parentsOf(name)));
  return labels
    .filter(({ name }) => !parents.has(name))
    .toSorted((a, b) => b.confidence - a.confidence)
    .map(({ name, confidence }) => ({ name: moderationLabelName(name, language), confidence }));
}

function parentsOf(name: string): readonly string[] {
  const parent = moderationTaxonomy.get(name)?.parent;
  return parent === undefined ? [] : [parent, ...parentsOf(parent)];
}
