import { useEffect, useState } from "react";
import type { Language } from "#domain/language";
import type { MyPhotoWords } from "#domain/words/my-photo-words";
import type { MyPhoto } from "../backend/my-photo.ts";
import { DeletePhoto } from "./delete-photo.tsx";
import type { MyPhotoBackend } from "./my-photo-answer.ts";
import { PhotoCard } from "./photo-card.tsx";
import { SharePhoto } from "./share-photo.tsx";
import { UndoDeletion } from "./undo-deletion.tsx";

interface Props {
  readonly photoId: string;
  readonly photo: MyPhoto;
  readonly words: MyPhotoWords;
  readonly language: Language;
  readonly backend: MyPhotoBackend;
  /** Reads the photo anew. */
  readonly reload: () => void;
}

/** What the guest did here, before the photo is read again. */
type Deed =
  | { readonly kind: "none" | "deleted" | "kept" }
  | { readonly kind: "leaving"; readonly goneAt: number };

/** A photo and what its guest may do with it. Once deleted it is gone here at once, whatever is still under way. */
export function OwnPhoto({ photoId, photo, words, language, backend, reload }: Props) {
  const [deed, setDeed] = useState<Deed>(
    photo.leavesAt === null ? { kind: "none" } : { kind: "leaving", goneAt: photo.leavesAt },
  );
  useEndOfLeaving(deed, () => setDeed({ kind: "deleted" }));
  useSettledSoon(photo, reload);
  const now = asDone(photo, deed);
  const keep = (): void => {
    setDeed({ kind: "kept" });
    if (photo.leavesAt !== null) reload();
  };
  return (
    <>
      <PhotoCard
        key={deed.kind === "deleted" ? "deleted" : "there"}
        photo={now}
        isLeaving={deed.kind === "leaving"}
        words={words}
        language={language}
        readPicture={() => backend.readPicture(photoId)}
      />
      {backend.share !== null && deed.kind !== "leaving" && (
        <SharePhoto photo={now} share={backend.share} words={words} />
      )}
      {deed.kind === "leaving" && (
        <section className="delete" tabIndex={-1} ref={photo.leavesAt === null ? focusOnce : null}>
          <UndoDeletion
            undo={() => backend.undo(photoId)}
            onKept={keep}
            onGone={() => setDeed({ kind: "deleted" })}
            words={words}
          />
        </section>
      )}
      {(deed.kind === "deleted" || deed.kind === "kept") && (
        <p className="delete" tabIndex={-1} ref={focusOnce}>
          {deed.kind === "kept" ? words.deletion.undone : words.deletion.done}
        </p>
      )}
      {deed.kind !== "leaving" && now.state !== "removed" && (
        <DeletePhoto
          remove={() => backend.remove(photoId)}
          onDeleted={(goneAt) => setDeed(goneAt === null ? { kind: "deleted" } : { kind: "leaving", goneAt })}
          words={words}
        />
      )}
    </>
  );
}

/** The phone's clock may be wrong, but not the window: it is never longer than this, nor over before one can read. */
const LONGEST_MS = 20_000;
const SHORTEST_MS = 4_000;

function useEndOfLeaving(deed: Deed, onEnd: () => void): void {
  const goneAt = deed.kind === "leaving" ? deed.goneAt : null;
  useEffect(() => {
    if (goneAt === null) return undefined;
    const leftMs = Math.min(Math.max(goneAt - Date.now(), SHORTEST_MS), LONGEST_MS);
    const timer = setTimeout(onEnd, leftMs);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the end is the same whichever render told it
  }, [goneAt]);
}

const SETTLING_MS = 1_500;

/** A deletion that was taken back is settled within seconds: until then the photo is told as it was. */
function useSettledSoon({ reason, leavesAt }: MyPhoto, reload: () => void): void {
  const isSettling = reason === "leaving" && leavesAt === null;
  useEffect(() => {
    if (!isSettling) return undefined;
    const timer = setInterval(reload, SETTLING_MS);
    return () => clearInterval(timer);
  }, [isSettling, reload]);
}

function asDone(photo: MyPhoto, deed: Deed): MyPhoto {
  switch (deed.kind) {
    case "none":
    case "kept":
      return photo;
    case "leaving":
      return { ...photo, state: "hidden", reason: null };
    case "deleted":
      return { ...photo, state: "removed", reason: "withdrawn", picture: null };
  }
}

/** The button that was pressed is gone. Outside, so that it is called no second time. */
const focusOnce = (sentence: HTMLElement | null): void => sentence?.focus();
