import { Link } from "react-router";
import type { HostQueueWords } from "#domain/words/host-queue-words";
import type { HostPhoto } from "../../backend/host-photo.ts";
import { Icon } from "../../ui/icon.tsx";
import { useEventId } from "../shell/use-event-id.ts";
import { QueuePicture } from "./queue-picture.tsx";

interface Props {
  readonly photo: HostPhoto;
  /** All of the same guest; null while they are not known. */
  readonly photos: readonly HostPhoto[] | null;
  readonly open: (photoId: string) => void;
  readonly words: HostQueueWords;
}

/** A guest with hundreds of photos has a page for them. */
const MOST = 24;

/** Whose photo it is, and what else this guest has sent. */
export function DeskGuest({ photo, photos, open, words }: Props) {
  const eventId = useEventId();
  const others = photos?.filter(({ state }) => state !== "removed") ?? [];
  return (
    <section className="desk__part">
      <h3 className="desk__title">
        <span>{photos !== null && words.guestPhotos(others.length)}</span>
        <Link to={`/host/${eventId}/guests?guest=${encodeURIComponent(photo.guestId)}`}>{words.toGuest}</Link>
      </h3>
      <ul className="desk__strip">
        {others.slice(0, MOST).map((other) => (
          <li key={other.photoId}>
            <button
              type="button"
              className="desk__other"
              data-state={other.state}
              aria-current={other.photoId === photo.photoId || undefined}
              aria-label={`${words.pictureOf(other.displayName)}: ${words.states[other.state]}`}
              onClick={() => open(other.photoId)}
            >
              <QueuePicture photo={other} copy="thumbnail" alt="" words={words} />
              {other.state === "hidden" && <Icon name="eye-closed" />}
              {other.state === "shown" && <Icon name="check" />}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
