/** The report of an evening, as those who were there keep it; names, times and points come as they are to be read. */
export interface ReportWords {
  readonly kicker: string;
  readonly day: (at: number) => string;
  /** Two short lines. */
  readonly lead: (photos: number, smiles: number) => string;
  readonly sentBy: (guests: number, lasted: string) => string;
  readonly lasted: (minutes: number) => string;
  readonly named: (name: string) => string;
  readonly someone: string;

  readonly bestPhoto: string;
  readonly topTen: string;
  readonly place: (place: number) => string;
  readonly points: (score: string) => string;

  readonly moments: string;
  readonly first: string;
  readonly last: string;
  readonly busiest: (from: string, photos: number) => string;
  readonly busiestTitle: string;
  readonly group: string;
  readonly groupTold: (faces: number, happiness: string) => string;
  readonly everybody: (photos: number) => string;
  readonly inNumbers: string;
  readonly pictureOf: (name: string) => string;
}
