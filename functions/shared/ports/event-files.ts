/** Everything private that the bucket holds of an event, by its keys. Fault: `photo-store-failed`. */
export interface EventFiles {
  /** Some of the keys that begin so, at most 1,000, behind the one named. */
  keys(prefix: string, after: string | undefined): Promise<readonly string[]>;
  /** At most 1,000; what does not exist is no error. */
  remove(keys: readonly string[]): Promise<void>;
}
