import type { EventSettings } from "../event.ts";
import type { EventTemplateId } from "../event-templates.ts";
import type { ScreenSettings } from "../screen.ts";
import type { Theme } from "../theme.ts";
import type { Choice } from "./rules-words.ts";

/** The list of events, and how a new one begins. */
export interface EventListWords {
  readonly events: string;
  readonly newEvent: string;
  /** As `groupOf` of the page names them. */
  readonly groups: Readonly<Record<"running" | "coming" | "over" | "archived", string>>;
  readonly none: string;
  readonly noneHint: string;
  readonly loading: string;
  readonly failed: string;
  readonly tryAgain: string;
  readonly guests: (count: number) => string;
  readonly photos: (count: number) => string;
  /** Closed by a host before its time. */
  readonly closedEarly: string;
  readonly review: string;
  readonly remote: string;
  readonly settings: string;
  readonly hours: (hours: number, minutes: number) => string;
}

export interface NewEventWords {
  readonly title: string;
  readonly kind: string;
  readonly templates: Readonly<Record<EventTemplateId, Choice & { readonly placeholder: string }>>;
  readonly templateNote: string;
  readonly name: string;
  readonly nameHint: string;
  readonly language: string;
  readonly languageHint: string;
  readonly times: string;
  readonly opens: string;
  readonly closes: string;
  readonly timesHint: string;
  readonly fromNow: string;
  readonly create: string;
  readonly creating: string;
  readonly cancel: string;
  readonly failed: string;
  readonly refused: string;
}

/** How guests join and where the room looks. */
export interface JoinWords {
  readonly title: string;
  readonly hint: string;
  readonly qr: string;
  readonly large: string;
  readonly print: string;
  readonly copyLink: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly code: string;
  readonly codeHint: string;
  readonly noBot: string;
  readonly board: string;
  readonly boardHint: string;
  readonly openBoard: string;
  readonly opensNewTab: string;
  readonly copyBoard: string;
}

export interface SettingsWords {
  readonly title: string;
  readonly gone: string;
  readonly goneHint: string;
  readonly index: string;
  readonly sections: Readonly<
    Record<"basics" | "screen" | "showing" | "rules" | "names" | "privacy" | "retention" | "danger", string>
  >;
  readonly sectionHints: Readonly<Record<"screen" | "showing" | "rules", string>>;
  readonly theme: string;
  readonly themeHint: string;
  readonly themes: Readonly<Record<Theme, string>>;
  readonly screen: Readonly<Record<keyof ScreenSettings, Choice>>;
  readonly policy: string;
  readonly policies: Readonly<Record<EventSettings["policy"], Choice>>;
  readonly moderation: string;
  readonly moderations: Readonly<Record<EventSettings["moderation"], Choice>>;
  readonly moderationNote: string;
  readonly nameWords: string;
  readonly nameWordsHint: string;
  readonly onePerLine: string;
  readonly contact: string;
  readonly contactHint: string;
  readonly contactExample: string;
  readonly ageAndGender: string;
  readonly ageAndGenderHint: string;
  readonly retention: string;
  readonly paidMessages: string;
  readonly paidMessagesHint: string;
  /** By the code of the error. */
  readonly errors: Readonly<
    Record<
      | "no-title"
      | "long-title"
      | "no-time"
      | "ends-before"
      | "too-long"
      | "is-past"
      | "no-count"
      | "no-percent"
      | "no-label-count"
      | "no-photo-count"
      | "mission"
      | "long-word"
      | "long-contact"
      | "refused",
      string
    >
  >;
  readonly on: string;
  readonly off: string;
  readonly empty: string;
  readonly noLimit: string;
  readonly people: string;
  readonly photos: string;
  readonly percent: string;
  readonly percentOfSide: string;
  readonly items: string;
}

/** Examples beside the rules, and what a host does with challenges. */
export interface RuleFormWords {
  readonly example: string;
  readonly examplePicture: string;
  readonly exampleAlt: string;
  readonly notCounted: Readonly<Record<"too-small" | "unsure" | "beyond-cap", string>>;
  readonly standingExample: (photos: string, result: string) => string;
  readonly labelExample: (labels: string) => string;
  readonly noLabels: string;
  readonly readLabels: string;
  readonly labelConfidence: string;
  readonly mostLabels: string;
  readonly labelsForMissions: string;
  readonly addMission: string;
  readonly removeMission: (title: string) => string;
  readonly missionNumber: (number: number) => string;
  readonly missionTitle: string;
  readonly missionTitleExample: string;
  readonly missionKind: string;
  readonly missionLabel: string;
  readonly missionLabelHint: string;
  readonly missionCount: string;
  readonly missionExactly: string;
  readonly missionErrors: Readonly<Record<"no-title" | "no-label" | "no-count", string>>;
  readonly missionMet: string;
  readonly missionNotMet: string;
  readonly mostMissions: string;
  readonly bannedExample: (word: string, written: string) => string;
  readonly treatmentsAll: (count: number) => string;
  readonly treatmentOf: (label: string) => string;
  readonly usually: (treatment: string) => string;
  readonly treatmentExample: (label: string, treatment: string) => string;
  readonly treatmentsIdle: string;
}

/** What happens when settings are saved, together and one by one. */
export interface SavingWords {
  readonly unsaved: (count: number) => string;
  readonly save: string;
  readonly saving: string;
  readonly discard: string;
  readonly saved: string;
  readonly undone: string;
  readonly fixErrors: string;
  readonly failed: string;
  readonly conflict: string;
  readonly overtaken: string;
  readonly takeTheirs: string;
  readonly gone: string;
  readonly rulesNow: string;
  readonly counting: string;
  readonly computed: (done: number, total: number) => string;
  readonly standsStill: string;
  readonly computedAll: (guests: number) => string;
  readonly superseded: string;
  readonly undoRules: string;
  readonly undoRulesHint: string;
  readonly change: (name: string, before: string, after: string) => string;
  readonly leaveTitle: string;
  readonly leaveText: string;
  readonly leave: string;
  readonly stay: string;
  readonly reconnecting: string;
}

/** What cannot be taken back easily, or changes everything at once. */
export interface DangerWords {
  readonly close: Choice;
  readonly reopen: Choice;
  readonly reopenOver: string;
  readonly archive: Choice;
  readonly unarchive: Choice;
  readonly renew: Choice & { readonly confirm: string };
  readonly duplicate: Choice;
  readonly copyTitle: (title: string) => string;
  readonly duplicateButton: string;
  readonly cancel: string;
  readonly done: Readonly<Record<"closed" | "open" | "archived" | "renewed" | "duplicated", string>>;
  readonly failed: string;
}

export interface HostEventsWords {
  readonly list: EventListWords;
  readonly create: NewEventWords;
  readonly join: JoinWords;
  readonly settings: SettingsWords;
  readonly rules: RuleFormWords;
  readonly saving: SavingWords;
  readonly danger: DangerWords;
}
