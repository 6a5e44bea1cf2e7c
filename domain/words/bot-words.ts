import type { ReadingRefusal } from "../decision.ts";

/** Why a message gets a sentence instead of a score. */
export type Refusal =
  | ReadingRefusal
  | "no-face"
  | "duplicate"
  | "blocked"
  | "not-yet-open"
  | "closed"
  /** G5 */
  | "time-up"
  | "no-event"
  /** E2: several are open. */
  | "which-event"
  /** E5 */
  | "unknown-code"
  | "banned"
  | "off-screen"
  | "over-limit";

/** What became of a guest's command (K2–K4). */
export const chatNotes = [
  "renamed",
  /** N2: a host decides first. */
  "name-held",
  /** N3 */
  "named-by-host",
  "how-to-rename",
  "language-chosen",
  /** P6 */
  "off-screen",
  "on-screen",
  "ranking-secret",
  /** K6 */
  "left",
  "stayed",
  "nothing-kept",
] as const;
export type ChatNote = (typeof chatNotes)[number];

/** What a sentence may say about the event; times as text, already in the guest's language. */
export interface EventWords {
  readonly title: string;
  readonly opensAt: string;
  readonly deletedAt: string;
  /** P7 */
  readonly photosPerGuest?: number;
}

/** Everything the bot says, in one language. Points come as text: `142.6pt`. */
export interface BotWords {
  /** Stands in for a guest without a name. */
  readonly guest: string;
  readonly happiness: string;
  readonly facesLabel: string;
  faces(count: number): string;
  readonly placeLabel: string;
  place(place: number): string;
  /** Follows the place: out of how many. */
  readonly newBest: string;
  best(points: string): string;
  /** What the host of a party would say to a photo whose faces are this happy on average, 0..100. */
  praise(happiness: number): string;
  /** How to get more points; how many faces are on the photo now. */
  hint(faces: number): string;
  /** C5: for a photo without faces, which stands in the ranking for its missions alone. */
  readonly facelessHint: string;
  /** Above the missions of a photo without faces. */
  readonly missionHeadline: string;
  /** A mission in the host's words, met. */
  missionMet(title: string): string;
  /** Stands for so many sentences that the card has no room for. */
  moreOnMyPage(count: number): string;
  readonly openMyPage: string;
  readonly waiting: string;
  readonly waitingNote: string;
  readonly received: string;
  /** A4: so many photos that were sent in one go; `best`: the most points among them, if there are any. */
  setTold(photos: number, best: string | undefined): string;
  /** A4: so many of them are still to be read. */
  stillReading(photos: number): string;
  /** A2: stands above results that were not told in time, one to a line. */
  readonly earlierResults: string;
  refusal(reason: Refusal, event: EventWords | undefined): string;
  readonly camera: string;
  readonly album: string;
  /** Button, and the command that it stands for (K1). */
  readonly ranking: string;
  readonly myPage: string;
  readonly myPageLead: string;
  readonly rankingTitle: string;
  /** While nobody has a place. */
  readonly rankingEmpty: string;
  ownPlace(place: number, points: string): string;
  readonly noPlaceYet: string;
  /** `name` is how the guest is called on the screen now. */
  note(note: ChatNote, name: string): string;
  /** K6: what goes, and the buttons. */
  readonly leaveTitle: string;
  readonly leaveText: string;
  readonly leaveNow: string;
  readonly stay: string;
  readonly guideTitle: string;
  guideLead(event: EventWords | undefined): string;
  readonly guideSteps: readonly [string, string, string];
  readonly guideNote: string;
  readonly commandsLead: string;
  /** K1: what may be written, and what for. */
  readonly commands: readonly { readonly text: string; readonly what: string }[];
  readonly welcome: string;
  privacy(event: EventWords | undefined): string;
  /** Button to the page about the event's photos. */
  readonly openPrivacy: string;
}
