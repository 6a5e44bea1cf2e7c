import { deletePhoto, undoDeletePhoto } from "../backend/delete-photo.ts";
import { readMyPhoto, type MyPhoto } from "../backend/my-photo.ts";
import { readMyPictures } from "../backend/my-pictures.ts";
import { refusalOf } from "../backend/session-refusal.ts";
import { useSession } from "../backend/session-use.ts";
import { sessionParts } from "../liff/session-parts.ts";
import { shareTarget } from "../liff/share.ts";
import type { MyPhotoAnswer, MyPhotoBackend } from "./my-photo-answer.ts";

/** The page's own. */
export function createMyPhotoBackend(): MyPhotoBackend {
  const ask = async <T>(photoId: string, question: (token: string) => Promise<T>): Promise<T | "reopen"> => {
    const used = await useSession(sessionParts, photoId, question);
    return used.kind === "done" ? used.value : "reopen";
  };
  return {
    load,
    readPicture: async (photoId) => {
      const address = await ask(photoId, (token) => pictureOf(token, photoId));
      return address === "reopen" ? null : address;
    },
    remove: (photoId) =>
      ask(photoId, async (token) => {
        const goneAt = await deletePhoto(token, photoId);
        return goneAt === null ? "deleted" : { goneAt };
      }),
    undo: (photoId) =>
      ask(photoId, async (token) => ((await undoDeletePhoto(token, photoId)) ? "kept" : "too-late")),
    share: shareTarget(),
  };
}

async function load(photoId: string): Promise<MyPhotoAnswer> {
  try {
    const used = await useSession(
      sessionParts,
      photoId,
      (token) => readMyPhoto(token, photoId).then((photo) => photo && withOwnPicture(photo, photoId, token)),
      (photo) => photo === null,
    );
    if (used.kind === "reopen") return used;
    const photo = used.kind === "done" ? used.value : null;
    return photo === null ? { kind: "not-found" } : { kind: "photo", photo };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === "event-gone") return { kind: "event-gone" };
    if (refusal === "nothing-here") return { kind: "not-found" };
    throw error;
  }
}

/** P9: while there is no public copy, the one that only its guest may see. Without it the page is whole all the same. */
async function withOwnPicture(photo: MyPhoto, photoId: string, token: string): Promise<MyPhoto> {
  const { size, picture, state } = photo;
  if (picture !== null || size === null || state === "removed") return photo;
  const url = await pictureOf(token, photoId).catch(() => null);
  return url === null ? photo : { ...photo, picture: { ...size, url, isPublic: false } };
}

async function pictureOf(token: string, photoId: string): Promise<string | null> {
  const [picture] = await readMyPictures(token, [photoId]);
  return picture?.display ?? null;
}
