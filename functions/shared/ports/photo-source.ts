/** What became of the question for a photo's bytes. */
export type PhotoContent =
  | { readonly kind: "content"; readonly bytes: Uint8Array }
  /** Unsent, or kept no longer. */
  | { readonly kind: "gone" }
  | { readonly kind: "too-large" };

export interface PhotoSource {
  /** Reads at most `maxBytes`. Faults: `content-not-ready`, `line-unreachable`. */
  photoContent(messageId: string, maxBytes: number): Promise<PhotoContent>;
}
