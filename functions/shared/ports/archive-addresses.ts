/** Addresses under which a browser may fetch an archive for a while. */
export interface ArchiveAddresses {
  /** Good for a quarter of an hour; the browser keeps the file by this name. */
  addressOf(archiveKey: string, fileName: string): string;
}
