import { useEffect, useState } from "react";
import type { HostGuestsWords } from "#domain/words/host-guests-words";
import type { HostGuest } from "../../backend/host-guest.ts";
import type { HostPhoto } from "../../backend/host-photo.ts";
import { Button } from "../../ui/button.tsx";
import { GuestPhoto } from "./guest-photo.tsx";
import type { GuestsBackend } from "./guests-backend.ts";

interface Props {
  readonly eventId: string;
  readonly guest: HostGuest;
  readonly backend: Pick<GuestsBackend, "readPhotosOfGuest">;
  readonly words: HostGuestsWords;
}

/** Shown before somebody wants all. */
const FIRST = 12;

/** What the guest sent and what became of it, the newest first. */
export function GuestPhotos({ eventId, guest, backend, words }: Props) {
  const { guestId, version } = guest;
  const [photos, setPhotos] = useState<readonly HostPhoto[] | null>(null);
  const [isFailed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [isAll, setAll] = useState(false);
  useEffect(() => {
    let isStopped = false;
    backend.readPhotosOfGuest(eventId, guestId).then(
      (read) => {
        if (isStopped) return;
        setPhotos(read);
        setFailed(false);
      },
      (error: unknown) => {
        console.warn("the guest's photos could not be read", error);
        if (!isStopped) setFailed(true);
      },
    );
    return () => {
      isStopped = true;
    };
    // A decision about the guest, or a new photo, changes what is shown.
  }, [backend, eventId, guestId, version, attempt]);
  const shown = isAll ? photos : photos?.slice(0, FIRST);
  return (
    <section className="guest__photos" aria-labelledby="guest-photos">
      <h3 id="guest-photos">{words.photosTitle}</h3>
      {isFailed && (
        <p className="guest__failed">
          {words.photosFailed}{" "}
          <Button kind="quiet" onClick={() => setAttempt(attempt + 1)}>
            {words.tryAgain}
          </Button>
        </p>
      )}
      {photos?.length === 0 && <p className="guest__hint">{words.noPhotos}</p>}
      <ul className="guest__strip" aria-busy={photos === null && !isFailed}>
        {shown?.map((photo) => (
          <GuestPhoto key={photo.photoId} photo={photo} words={words} />
        ))}
      </ul>
      {photos !== null && !isAll && photos.length > FIRST && (
        <Button kind="quiet" onClick={() => setAll(true)}>
          {words.showAll(photos.length)}
        </Button>
      )}
    </section>
  );
}
