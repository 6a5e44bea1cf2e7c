import { deletePhoto } from "../backend/delete-photo.ts";
import { useSession } from "../backend/session-use.ts";
import { sessionParts } from "../liff/session-parts.ts";
import type { RemoveMyPhoto } from "./my-photo-answer.ts";

/** Rejects when the API cannot be reached or fails. */
export const removeMyPhoto: RemoveMyPhoto = async (photoId) => {
  const used = await useSession(sessionParts, photoId, (token) => deletePhoto(token, photoId));
  return used.kind === "done" ? "deleted" : "reopen";
};
