/** What became of the question for a photo's bytes. */
export type PhotoContent =
  | { readonly kind: "content"; readonly bytes: Uint8Array }
  /** Unsent, or kept no longer. */
  | { readonly kind: "gone" }
  | { readonly kind: "too-large" };

export interface PhotoSource {
  /**
   * Reads at most `maxBytes`; `contentUrl` is where a drawn guest's photo lies (H4). Faults: `content-not-ready`,
   * `line-unreachable`, `photo-store-failed`.
   */
  photoContent(messageId: string, maxBytes: number, contentUrl?: string): Promise<PhotoContent>;
}
