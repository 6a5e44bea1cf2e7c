import { useEffect, useRef, useState } from "react";
import type { Language } from "#domain/language";
import type { HostQueueWords } from "#domain/words/host-queue-words";
import type { HostPhoto } from "../../backend/host-photo.ts";
import { Icon } from "../../ui/icon.tsx";
import { DecisionBar } from "./decision-bar.tsx";
import { DeskDecision } from "./desk-decision.tsx";
import { DeskGuest } from "./desk-guest.tsx";
import { DeskReasons } from "./desk-reasons.tsx";
import { DeskScore } from "./desk-score.tsx";
import { FaceMarks } from "./face-marks.tsx";
import { timeOf, underWay } from "./photo-words.ts";
import type { Says } from "./queue-backend.ts";
import { QueuePicture } from "./queue-picture.tsx";
import type { QueueView } from "./queue-store.ts";
import { useSwipe } from "./use-swipe.ts";
import type { Reading } from "./use-reading.ts";

export interface DeskActs {
  readonly say: (says: Says) => void;
  readonly move: (step: number) => void;
  readonly open: (photoId: string) => void;
  readonly close: () => void;
}

interface Props {
  /** It lies over the list: the keyboard's focus goes along. */
  readonly isOver: boolean;
  readonly view: QueueView;
  readonly photo: HostPhoto;
  readonly reading: Reading;
  readonly acts: DeskActs;
  readonly hasKeys: boolean;
  readonly words: HostQueueWords;
  readonly language: Language;
}

/** The photo that is looked at, large enough to judge, and everything a host needs for it. */
export function QueueDesk({ isOver, view, photo, reading, acts, hasKeys, words, language }: Props) {
  const [showsFaces, setShowsFaces] = useState(false);
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isOver) back.current?.focus({ preventScroll: true });
  }, [isOver]);
  const swipe = useSwipe(acts.move);
  const way = underWay(photo, view.sending.get(photo.photoId), view.now);
  const at = view.ids.indexOf(photo.photoId);
  const { size } = photo;
  return (
    <>
      <header className="desk__head">
        <button
          type="button"
          ref={back}
          className="desk__step desk__back"
          aria-label={words.back}
          onClick={acts.close}
        >
          <Icon name="cross" />
        </button>
        <h2 className="desk__name">{words.sentBy(photo.displayName)}</h2>
        <span className="desk__when">{timeOf(photo.sentAt, language)}</span>
        <output className="desk__state" data-state={photo.state}>
          {way === null ? words.states[photo.state] : words.saying[way]}
        </output>
        <button
          type="button"
          className="desk__step"
          aria-label={words.previous}
          disabled={at <= 0}
          onClick={() => acts.move(-1)}
        >
          <Icon name="left" />
        </button>
        <button
          type="button"
          className="desk__step"
          aria-label={words.next}
          disabled={at < 0 || at === view.ids.length - 1}
          onClick={() => acts.move(1)}
        >
          <Icon name="right" />
        </button>
      </header>
      <div className="desk__scroll" key={photo.photoId}>
        <figure
          className="desk__picture"
          data-busy={way !== null}
          style={{ "--ratio": size === null ? 2 : size.width / size.height }}
          {...swipe}
        >
          <div className="desk__print">
            <QueuePicture
              photo={photo}
              copy="display"
              alt={words.pictureOf(photo.displayName)}
              words={words}
            />
            {showsFaces && reading.told !== null && <FaceMarks faces={reading.told.faces} />}
          </div>
        </figure>
        <DeskReasons
          photo={photo}
          list={view.list}
          isRead={reading.detail !== null}
          words={words}
          language={language}
        />
        <DeskScore
          photo={photo}
          reading={reading}
          onToggle={setShowsFaces}
          words={words}
          language={language}
        />
        <DeskGuest photo={photo} photos={reading.photosOfGuest} open={acts.open} words={words} />
        <DeskDecision
          photo={photo}
          earlier={reading.detail?.earlierDecisions ?? []}
          words={words}
          language={language}
        />
      </div>
      <DecisionBar
        photos={[photo]}
        isBusy={way !== null && view.sending.has(photo.photoId)}
        say={acts.say}
        hasKeys={hasKeys}
        words={words}
      />
    </>
  );
}
