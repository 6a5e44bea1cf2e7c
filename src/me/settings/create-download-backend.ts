import { orderMyArchive, readMyArchive } from "../../backend/my-archive.ts";
import { useSession } from "../../backend/session-use.ts";
import { openOutside } from "../../liff/open-outside.ts";
import { sessionParts } from "../../liff/session-parts.ts";
import type { DownloadBackend } from "./download-backend.ts";

/** In the event of a photo or, without one, where the guest plays now. */
export function createDownloadBackend(photoId: string | null): DownloadBackend {
  const ask = async <T>(question: (token: string) => Promise<T>): Promise<T | "reopen"> => {
    const used = await useSession(sessionParts, photoId, question);
    return used.kind === "done" ? used.value : "reopen";
  };
  return {
    order: () => ask(orderMyArchive),
    look: (archiveId) => ask((token) => readMyArchive(token, archiveId)),
    openOutside,
  };
}
