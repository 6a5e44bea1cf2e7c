import type { MyArchive } from "../../backend/my-archive.ts";

/** `reopen`: the guest has to open the page again from the chat. Rejects when the API cannot be reached or fails. */
export interface DownloadBackend {
  /** A new archive or, while one is being made, that one. */
  readonly order: () => Promise<MyArchive | "reopen">;
  /** Null: there is none any more. */
  readonly look: (archiveId: string) => Promise<MyArchive | null | "reopen">;
  /** Opens an address outside of LINE; false where this is no page inside LINE. */
  readonly openOutside: (url: string) => boolean;
}
