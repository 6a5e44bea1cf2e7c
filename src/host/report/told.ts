import type { Language } from "#domain/language";
import type { ReportWords } from "#domain/words/report-words";

/** How a report speaks. */
export interface Told {
  readonly language: Language;
  readonly words: ReportWords;
  /** A guest as one speaks of them. */
  readonly named: (guest: { readonly guestId: string; readonly displayName: string }) => string;
}
