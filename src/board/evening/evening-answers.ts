import type { ShownStanding } from "#domain/board";
import type { StageRecord } from "#domain/stage";
import type { GuestRow, PhotoRow } from "./evening-server.ts";

/** As the API answers: what is not there is null. */
export function standingAnswer(guest: GuestRow): ShownStanding {
  return {
    guestId: guest.guestId,
    displayName: guest.displayName,
    score: guest.score ?? null,
    rankKey: guest.rankKey ?? null,
    photoId: guest.photoId ?? null,
    image: guest.image ?? null,
    faces: guest.faces ?? null,
    photos: guest.photos,
    version: guest.version,
  };
}

/** One that is not shown goes out as a tombstone. */
export function shownPhotoAnswer(photo: PhotoRow) {
  const { photoId, guestId, displayName, sentAt, version } = photo;
  const head = { photoId, guestId, displayName, sentAt, version };
  if (photo.state !== "shown")
    return { ...head, image: null, width: null, height: null, score: null, faces: null };
  return { ...head, image: photo.image, width: 4, height: 3, score: photo.score, faces: photo.faces };
}

export function stageAnswer(stage: StageRecord & { readonly version: number }, asOf: number) {
  return {
    name: stage.name,
    step: stage.step ?? null,
    takesUntil: stage.takesUntil ?? null,
    result: stage.result ?? null,
    skipped: stage.skipped ?? null,
    alternates: stage.alternates ?? null,
    asOf,
    version: stage.version,
  };
}
