import type { DeletionPlace, Remainder } from "../deletion-report.ts";

/** The texts around the end of an event: the countdown, postponing, deleting, the report. Dates come formatted. */
export interface HostRetentionWords {
  readonly title: string;
  readonly hint: string;
  /** `days`: whole ones, from 0. */
  readonly daysLeft: (days: number) => string;
  readonly until: (day: string) => string;
  /** What guests read. */
  readonly promised: (day: string) => string;
  /** The end has come, and nobody has downloaded anything: everything waits until then. */
  readonly putOff: (day: string) => string;
  /** A download was made; everything goes then. */
  readonly dueAt: (day: string) => string;
  readonly notDownloaded: string;
  readonly notDownloadedHint: string;
  readonly downloaded: (day: string) => string;
  readonly toDownload: string;
  readonly postpone: string;
  readonly lastDay: string;
  readonly lastDayHint: string;
  readonly save: string;
  readonly saved: (day: string) => string;
  readonly conflict: string;
  readonly failed: string;
  readonly errors: Readonly<Record<"no-day" | "before-closing" | "too-late" | "is-past", string>>;
  readonly shortTitle: string;
  readonly shortText: (day: string) => string;
  readonly shortButton: string;
  readonly end: string;
  readonly endHint: string;
  readonly endButton: string;
  readonly endText: string;
  /** The dialog asks once more while nobody has downloaded anything. */
  readonly endUnsaved: string;
  readonly typeTitle: string;
  readonly wrongTitle: string;
  readonly cancel: string;

  /** For the line above every page, and the list of events. */
  readonly banner: (days: number) => string;
  readonly bannerPutOff: (day: string) => string;
  readonly bannerErasing: string;
  readonly bannerErased: string;
  readonly toRetention: string;
  readonly toReport: string;

  readonly erasing: string;
  readonly erasingHint: string;
  readonly waiting: string;
  readonly guestsDone: (done: number, total: number) => string;
  readonly tidying: string;
  readonly erased: string;
  readonly erasedHint: (day: string) => string;
  readonly report: string;
  readonly reportOf: (title: string) => string;
  readonly ordered: string;
  readonly ended: string;
  readonly rounds: string;
  readonly checked: (rounds: number) => string;
  readonly deleted: string;
  readonly place: string;
  readonly count: string;
  readonly left: string;
  readonly places: Readonly<Record<DeletionPlace, string>>;
  readonly remains: string;
  readonly remainsHint: string;
  readonly remainders: Readonly<Record<Remainder, string>>;
  readonly goneBy: string;
  readonly kept: string;
  readonly keptHint: string;
  readonly print: string;
  readonly noReport: string;
  readonly tryAgain: string;
}
