/** What the notice of one event depends on; the date as text, already in the reader's language. */
export interface PrivacyFacts {
  readonly deletedAt: string;
  readonly keepsAgeAndGender: boolean;
  /** Every photo waits for a host. */
  readonly isReviewed: boolean;
  /** Where AWS keeps and reads the photos. */
  readonly place: string;
  readonly hasContact: boolean;
}

export interface PrivacyPoint {
  /** What it is about, above the sentence. */
  readonly term?: string;
  readonly text: string;
}

export const privacySections = [
  "collected",
  "purpose",
  "reading",
  "audience",
  "keeping",
  "removing",
] as const;

/** Everything on the page about what happens to guests' photos. */
export interface PrivacyWords {
  readonly pageTitle: string;
  readonly lead: string;
  /** The three answers that nobody should have to look for. */
  readonly glance: {
    readonly until: string;
    readonly audience: string;
    audienceShort(facts: PrivacyFacts): string;
    readonly removing: string;
    readonly removingShort: string;
  };
  readonly titles: Readonly<Record<(typeof privacySections)[number], string>>;
  points(facts: PrivacyFacts): Readonly<Record<(typeof privacySections)[number], readonly PrivacyPoint[]>>;
  readonly contact: string;
  readonly contactLead: string;
  /** While no host said who answers questions. */
  readonly noContact: string;
  /** Names the switch to another language. */
  readonly languages: string;
  readonly loading: string;
  readonly failed: string;
  readonly retry: string;
  readonly unknownTitle: string;
  readonly unknownHint: string;
}
