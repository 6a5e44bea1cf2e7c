import type { EmotionType } from "../face.ts";

/** What is counted of the evening, in words; times, names and points come as they are to be read. */
export interface HostNumbersWords {
  readonly title: string;
  readonly hint: string;
  readonly loading: string;
  readonly reading: (photos: number) => string;
  readonly none: string;
  readonly noneHint: string;
  readonly report: string;
  readonly asTable: string;
  readonly clockNote: string;
  readonly someone: string;

  readonly count: (count: number) => string;
  readonly percent: (share: number) => string;
  readonly photos: string;
  readonly waiting: (pending: number, hidden: number) => string;
  readonly smiles: string;
  readonly smilesOf: (faces: number, share: string) => string;
  readonly happiness: string;
  readonly happinessHint: string;
  readonly guests: string;
  readonly guestsOf: (guests: number, share: string) => string;
  readonly busiest: string;
  readonly most: string;
  readonly mostBy: (name: string, faces: number) => string;

  /** `piece`: such as "5 minutes". */
  readonly piece: (minutes: number) => string;
  readonly photosTitle: (piece: string) => string;
  readonly photosTold: (from: string, piece: string, most: number, all: number) => string;
  readonly happinessTitle: string;
  readonly happinessTold: (from: string, piece: string, best: string, faces: number, mean: string) => string;
  readonly emotionsTitle: string;
  readonly emotionsTold: (first: string, mean: string, second: string | null, next: string) => string;
  readonly facesTitle: string;
  readonly facesTold: (mean: string, commonest: string, photos: number) => string;
  readonly sharesTitle: string;
  readonly sharesTold: (guests: number, all: number | null, share: string, mean: string) => string;
  readonly climbTitle: string;
  readonly climbTold: (name: string, score: string, since: string) => string;
  readonly climbNote: string;
  /** The same when all is over. */
  readonly climbKept: (name: string, score: string, since: string) => string;
  readonly climbKeptNote: string;

  readonly time: string;
  readonly faces: string;
  readonly noFaces: string;
  readonly emotion: string;
  readonly emotions: Readonly<Record<EmotionType, string>>;
  readonly mean: string;
  readonly facesOf: (count: number, isOpen: boolean) => string;
  readonly photosOf: (count: number, isOpen: boolean) => string;
  readonly place: (place: number) => string;
  readonly beyond: string;
  readonly notYet: string;
  readonly points: (score: string) => string;

  readonly happiestPhoto: string;
  readonly happiestGroup: string;
  readonly pictureOf: (name: string) => string;
  readonly noPicture: string;
  readonly groupTold: (faces: number, happiness: string) => string;
}
