import { deleteEverything } from "../backend/delete-everything.ts";
import { undoDeletePhoto } from "../backend/delete-photo.ts";
import { readMyHistory, subscribeToMe } from "../backend/my-history.ts";
import { readMyPictures } from "../backend/my-pictures.ts";
import { useSession } from "../backend/session-use.ts";
import { updateMe } from "../backend/update-me.ts";
import { watchMyHistory } from "../backend/watch-my-history.ts";
import { sessionParts } from "../liff/session-parts.ts";
import type { MeBackend } from "./me-backend.ts";
import { createDownloadBackend } from "./settings/create-download-backend.ts";

/** The page's own, in the event of a photo or, without one, where the guest plays now. */
export function createMeBackend(photoId: string | null): MeBackend {
  const ask = async <T>(question: (token: string) => Promise<T>): Promise<T | "reopen"> => {
    const used = await useSession(sessionParts, photoId, question);
    return used.kind === "done" ? used.value : "reopen";
  };
  return {
    watch: (listener) =>
      watchMyHistory(
        { session: sessionParts, photoId, read: readMyHistory, subscribe: subscribeToMe },
        listener,
      ),
    readPictures: async (photoIds) => {
      const pictures = await ask((token) => readMyPictures(token, photoIds));
      return pictures === "reopen" ? [] : pictures;
    },
    update: (change) => ask((token) => updateMe(token, change)),
    undoDeletion: (photo) =>
      ask(async (token) => ((await undoDeletePhoto(token, photo)) ? "kept" : "too-late")),
    download: createDownloadBackend(photoId),
    leave: () =>
      ask(async (token) => {
        await deleteEverything(token);
        return "left" as const;
      }),
  };
}
