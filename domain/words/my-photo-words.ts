import type { EmotionType } from "../face.ts";
import type { PhotoReason } from "../photo.ts";

/** The words of a guest's page about one own photo. */
export interface MyPhotoWords {
  readonly pageTitle: string;
  /** Stands before the points. */
  readonly happiness: string;
  readonly faces: (count: number) => string;
  readonly yourPlace: string;
  readonly place: (place: number) => string;
  readonly everyFace: string;
  readonly face: (number: number) => string;
  readonly emotions: Readonly<Record<EmotionType, string>>;
  /** Stands before age range and gender. */
  readonly guess: string;
  readonly ages: (low: number, high: number) => string;
  /** Between age range and gender. */
  readonly between: string;
  /** By the vendor's name for it. */
  readonly genders: Readonly<Record<string, string>>;
  /** What all these readings are worth. */
  readonly readingNote: string;
  readonly missions: string;
  readonly missionsMet: (met: number) => string;
  /** In place of points on a photo without faces. */
  readonly missionHeadline: string;
  readonly met: string;
  readonly notMet: string;
  readonly seen: string;
  readonly sureness: (percent: string) => string;
  /** Follows the name of a thing that is seen more than once. */
  readonly times: (count: number) => string;
  readonly kindOf: (names: readonly string[]) => string;
  /** Of what is seen nowhere in particular, such as a party. */
  readonly wholePhoto: string;
  readonly showAll: (count: number) => string;
  readonly pictureOf: (name: string) => string;
  readonly sentBy: (name: string, when: string) => string;
  readonly shown: string;
  readonly pending: string;
  readonly hidden: string;
  readonly removed: string;
  /** More exact than the sentence of the state. */
  readonly reasons: Readonly<Partial<Record<PhotoReason, string>>>;
  readonly deletion: {
    readonly open: string;
    readonly title: string;
    readonly note: string;
    readonly keep: string;
    readonly now: string;
    readonly busy: string;
    readonly done: string;
    readonly failed: string;
    /** P8: while it may be taken back. */
    readonly leaving: string;
    readonly undo: string;
    readonly undone: string;
    readonly tooLate: string;
    readonly undoFailed: string;
  };
  readonly sharing: {
    readonly open: string;
    readonly busy: string;
    readonly done: string;
    readonly failed: string;
    /** Beside the points, on what others are sent. */
    readonly card: string;
  };
  /** Leads to all own photos. */
  readonly allPhotos: string;
  readonly noPicture: string;
  readonly loading: string;
  readonly failed: string;
  readonly tryAgain: string;
  readonly reopen: string;
  readonly notFound: string;
  readonly eventGone: string;
}
