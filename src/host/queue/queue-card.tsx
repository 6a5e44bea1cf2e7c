import { memo, type MouseEvent, useEffect, useRef } from "react";
import type { Language } from "#domain/language";
import type { HostQueueWords } from "#domain/words/host-queue-words";
import type { HostPhoto } from "../../backend/host-photo.ts";
import { Icon } from "../../ui/icon.tsx";
import { markOf, timeOf } from "./photo-words.ts";
import type { Says } from "./queue-backend.ts";
import { QueuePicture } from "./queue-picture.tsx";
import { useLongPress } from "./use-long-press.ts";

export interface CardActs {
  readonly open: (photoId: string) => void;
  readonly toggle: (photoId: string, isRange: boolean) => void;
}

interface Props {
  readonly photo: HostPhoto;
  readonly underWay: Says | null;
  readonly isFocused: boolean;
  /** The keyboard brought the focus here. */
  readonly takesFocus: boolean;
  readonly isSelected: boolean;
  /** Some are selected: touching a card selects it too. */
  readonly isSelecting: boolean;
  /** It has left the tab and keeps its place for a moment. */
  readonly hasLeft: boolean;
  readonly acts: CardActs;
  readonly words: HostQueueWords;
  readonly language: Language;
}

/** A photo in the grid: picture, whose it is, and what is the matter with it. */
export const QueueCard = memo(function QueueCard(props: Props) {
  const { photo, underWay, isFocused, takesFocus, isSelected, isSelecting, hasLeft, acts, words, language } =
    props;
  const { photoId, displayName, state } = photo;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) button.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  const press = useLongPress(() => acts.toggle(photoId, false));
  const onClick = (event: MouseEvent) => {
    if (press.wasLong()) return;
    if (event.shiftKey) acts.toggle(photoId, true);
    else if (isSelecting || event.metaKey || event.ctrlKey) acts.toggle(photoId, false);
    else acts.open(photoId);
  };
  const mark = markOf(photo, words);
  const when = timeOf(photo.sentAt, language);
  const told = underWay === null ? words.states[state] : words.saying[underWay];
  return (
    <article
      className="queue-card"
      data-state={state}
      data-busy={underWay !== null}
      data-left={hasLeft}
      data-focused={isFocused}
      data-selected={isSelected}
    >
      <button
        ref={button}
        type="button"
        className="queue-card__open"
        tabIndex={isFocused ? 0 : -1}
        aria-current={isFocused || undefined}
        onClick={onClick}
        {...press.listeners}
      >
        <QueuePicture photo={photo} copy="thumbnail" alt="" words={words} />
        <span className="queue-card__marks" aria-hidden="true">
          {underWay !== null && <span className="queue-card__way">{words.saying[underWay]}</span>}
          {underWay === null && mark !== undefined && <span className="queue-card__mark">{mark}</span>}
          {underWay === null && state === "hidden" && <Icon name="eye-closed" />}
          {underWay === null && state === "shown" && <Icon name="check" />}
        </span>
        <span className="queue-card__name">{displayName}</span>
        <span className="queue-card__when">{when}</span>
        <span className="unseen">{words.card(told, mark)}</span>
      </button>
      <label className="queue-card__select">
        <input
          type="checkbox"
          checked={isSelected}
          tabIndex={isFocused ? 0 : -1}
          aria-label={words.select(displayName)}
          onClick={(event) => acts.toggle(photoId, event.shiftKey)}
          // React wants a listener; the click says whether a range is meant.
          onChange={() => {}}
        />
      </label>
    </article>
  );
});
