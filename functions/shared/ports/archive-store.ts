/** Where archives are kept for a day, in private. Fault: `photo-store-failed`. */
export interface ArchiveStore {
  /** A stored original. One that is gone faults, too: who may not list a bucket is not told the difference. */
  original(key: string): Promise<Uint8Array>;
  /**
   * Keeps what the stream brings, of any size, a few megabytes in memory at a time; how many bytes it was. An error of
   * the stream is thrown as it is, and nothing is kept then.
   */
  putArchive(key: string, zip: AsyncIterable<Uint8Array>): Promise<number>;
  /** What does not exist is no error. */
  deleteArchive(key: string): Promise<void>;
}
