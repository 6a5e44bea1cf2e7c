import { useEffect, useMemo, useState } from "react";
import type { Language } from "#domain/language";
import type { ScoringRules } from "#domain/scoring";
import { toldFaces, type ToldFaces } from "#domain/words/told-faces";
import type { HostPhoto, PhotoDetail } from "../../backend/host-photo.ts";
import { photoIn } from "./photo-list.ts";
import type { QueueBackend } from "./queue-backend.ts";
import type { QueueStore, QueueView } from "./queue-store.ts";

/** What only the large view tells of a photo. */
export interface Reading {
  readonly detail: PhotoDetail | null;
  readonly told: ToldFaces | null;
  readonly photosOfGuest: readonly HostPhoto[] | null;
}

/** Who runs through photos by key does not ask for each of them. */
const LINGER_MS = 180;

/** Reads what is known of the focused photo and of its guest; what it learns goes into the list. */
export function useReading(
  photo: HostPhoto | undefined,
  {
    eventId,
    backend,
    store,
    view,
  }: {
    readonly eventId: string;
    readonly backend: QueueBackend;
    readonly store: QueueStore;
    readonly view: QueueView;
  },
  language: Language,
): Reading {
  const scoring = useScoring(eventId, backend);
  const [detail, setDetail] = useState<PhotoDetail | null>(null);
  const [ofGuest, setOfGuest] = useState<{
    readonly guestId: string;
    readonly ids: readonly string[];
  } | null>(null);
  const { photoId, guestId } = photo ?? { photoId: null, guestId: null };

  useLingering(photoId === null || guestId === null ? null : `${guestId} ${photoId}`, async (isCurrent) => {
    if (photoId === null || guestId === null) return;
    const read = await backend.readPhoto(eventId, { guestId, photoId });
    if (!isCurrent()) return;
    setDetail(read);
    if (read === null) store.forget(photoId);
    else store.hear(read.earlier === null ? [read.photo] : [read.photo, read.earlier]);
  });
  useLingering(guestId, async (isCurrent) => {
    if (guestId === null) return;
    const photos = await backend.readPhotosOfGuest(eventId, guestId);
    if (!isCurrent()) return;
    store.hear(photos);
    setOfGuest({ guestId, ids: photos.map((each) => each.photoId) });
  });

  const own = detail?.photo.photoId === photoId ? detail : null;
  const score = photo?.score ?? 0;
  const told = useMemo(
    () => own && toldFaces({ faces: own.faces, score }, scoring, language),
    [own, score, scoring, language],
  );
  const { list } = view;
  const photosOfGuest = useMemo(
    () => (ofGuest?.guestId === guestId ? ofGuest.ids.flatMap((id) => photoIn(list, id) ?? []) : null),
    [ofGuest, guestId, list],
  );
  return { detail: own, told, photosOfGuest };
}

/** Runs once the host stays with something. A failure leaves out what it would have told. */
function useLingering(key: string | null, read: (isCurrent: () => boolean) => Promise<void>): void {
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      read(() => isCurrent).catch((error: unknown) => console.warn("details could not be read", error));
    }, LINGER_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
    // What is read depends on the key alone.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key]);
}

function useScoring(eventId: string, backend: QueueBackend): ScoringRules {
  const [scoring, setScoring] = useState<ScoringRules>({});
  useEffect(() => {
    let isCurrent = true;
    backend.readScoring(eventId).then(
      (read) => isCurrent && setScoring(read),
      (error: unknown) => console.warn("the rules could not be read", error),
    );
    return () => {
      isCurrent = false;
    };
  }, [eventId, backend]);
  return scoring;
}
