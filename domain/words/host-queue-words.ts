import type { Concern } from "../moderation.ts";
import type { PhotoReason, PhotoState } from "../photo.ts";

type Tab = "pending" | "all" | "shown" | "hidden";
type Says = "show" | "hide" | "rules";

/** The texts of the host's live queue. */
export interface HostQueueWords {
  readonly title: string;
  readonly tabs: Readonly<Record<Tab, string>>;
  readonly newcomers: (photos: number) => string;
  readonly empty: Readonly<Record<Tab, string>>;
  readonly emptyHint: string;
  readonly loading: string;
  readonly failed: string;
  readonly tryAgain: string;
  readonly states: Readonly<Record<PhotoState, string>>;
  readonly show: string;
  readonly hide: string;
  readonly rules: string;
  readonly rulesHint: string;
  /** While a decision is on its way. */
  readonly saying: Readonly<Record<Says, string>>;
  readonly saidOne: (says: Says, name: string) => string;
  readonly saidMany: (says: Says, photos: number) => string;
  readonly undo: string;
  readonly undone: (photos: number) => string;
  readonly nothingToUndo: string;
  /** Another host was quicker. */
  readonly decidedBy: (says: "show" | "hide" | null, host: string, name: string) => string;
  readonly changed: string;
  readonly gone: string;
  readonly banned: string;
  readonly offScreen: string;
  readonly withoutPicture: string;
  /** Follows a refusal of several. */
  readonly andOthers: (photos: number) => string;
  readonly notSent: string;
  readonly select: (name: string) => string;
  readonly selectAll: (photos: number) => string;
  readonly selected: (photos: number) => string;
  readonly selectNone: string;
  readonly grid: string;
  /** Follows name and time, for those who hear it. */
  readonly card: (state: string, why?: string) => string;
  readonly view: string;
  readonly pictureOf: (name: string) => string;
  readonly noPicture: string;
  readonly previous: string;
  readonly next: string;
  readonly back: string;
  readonly nothingChosen: string;
  readonly sentBy: (name: string) => string;
  readonly why: string;
  readonly reasons: Readonly<Partial<Record<PhotoReason, string>>>;
  /** Short enough for a card. */
  readonly marks: Readonly<Partial<Record<PhotoReason, string>>>;
  /** What automatic moderation has against a photo that is hidden or shown for another reason. */
  readonly concerns: Readonly<Partial<Record<Concern, string>>>;
  readonly moderationFound: string;
  readonly moderationNothing: string;
  readonly moderationNotChecked: string;
  readonly earlier: string;
  readonly earlierGone: string;
  readonly thisPhoto: string;
  readonly score: string;
  readonly faces: (count: number) => string;
  readonly faceNote: string;
  readonly labels: string;
  readonly guestPhotos: (photos: number) => string;
  readonly toGuest: string;
  readonly decision: string;
  readonly decided: (says: "show" | "hide" | null, host: string, when: string) => string;
  readonly decidedTimes: (times: number) => string;
  readonly notDecided: string;
  readonly help: string;
  readonly keys: string;
  readonly keySwitch: string;
  readonly keySwitchHint: string;
  readonly keyFor: {
    readonly move: string;
    readonly show: string;
    readonly hide: string;
    readonly rules: string;
    readonly undo: string;
    readonly select: string;
    readonly range: string;
    readonly all: string;
    readonly newcomers: string;
    readonly escape: string;
    readonly help: string;
  };
}
