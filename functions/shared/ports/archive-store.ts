/** Where archives are kept for some days, in private. Fault: `photo-store-failed`. */
export interface ArchiveStore {
  /**
   * What goes into one: an original, a copy, rows. One that is gone faults, too: who may not list a bucket is not told the
   * difference.
   */
  stored(key: string): Promise<Uint8Array>;
  /**
   * Keeps what the stream brings, of any size, a few megabytes in memory at a time; how many bytes it was. An error of
   * the stream is thrown as it is, and nothing is kept then.
   */
  putArchive(key: string, zip: AsyncIterable<Uint8Array>): Promise<number>;
  /** What is to be told of an archive's photos beside it. */
  putRows(key: string, rows: Uint8Array): Promise<void>;
  /** What does not exist is no error. */
  deleteArchive(key: string): Promise<void>;
}
