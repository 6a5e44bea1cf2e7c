import { readMyPhoto } from "../backend/my-photo.ts";
import { refusalOf } from "../backend/session-refusal.ts";
import { useSession } from "../backend/session-use.ts";
import { sessionParts } from "../liff/session-parts.ts";
import type { MyPhotoAnswer } from "./my-photo-answer.ts";

/** Rejects when the API cannot be reached or fails. */
export async function loadMyPhoto(photoId: string): Promise<MyPhotoAnswer> {
  try {
    const used = await useSession(sessionParts, photoId, (token) => readMyPhoto(token, photoId));
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
