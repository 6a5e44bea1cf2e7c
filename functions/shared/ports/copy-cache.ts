/** The network of caches in front of the display copies. */
export interface CopyCache {
  /** Forgets both copies of an image. Fault: `invalidation-failed`. */
  forget(image: string): Promise<void>;
  /** Forgets everything, also what is still shown: it is fetched again. Fault: `invalidation-failed`. */
  forgetAll(): Promise<void>;
}
