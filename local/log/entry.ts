/** One thing worth a line. */
export interface Entry {
  readonly level: "info" | "warn" | "error";
  /** The function or stand-in that it comes from. */
  readonly source: string;
  /** Of the photo that it happened to. */
  readonly photo?: string;
  /** In words, one line. */
  readonly text: string;
  /** Further lines, such as where a fault happened. */
  readonly details?: string;
}
