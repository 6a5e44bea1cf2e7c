import type { PhotoReason, PhotoState } from "../photo.ts";

/** The words of a guest's page about all own photos; what it says of one in full is with the words of my-photo. */
export interface MeWords {
  readonly pageTitle: string;
  readonly newest: string;
  /** A word or two beside each photo. */
  readonly states: Readonly<Record<PhotoState, string>>;
  /** More exact than the word of the state. */
  readonly reasons: Readonly<Partial<Record<PhotoReason, string>>>;
  readonly best: string;
  readonly seeDetails: string;
  readonly standing: string;
  readonly noPlace: string;
  readonly sent: string;
  readonly onScreen: string;
  readonly smiles: string;
  readonly photos: (count: number) => string;
  readonly people: (count: number) => string;
  readonly earlier: string;
  readonly sentAt: (when: string) => string;
  readonly emptyTitle: string;
  readonly emptyHint: string;
  /** The page shows what it knew last. */
  readonly trouble: string;
  readonly retry: string;
  readonly loading: string;
  readonly reopen: string;
  readonly nowhere: string;
}
