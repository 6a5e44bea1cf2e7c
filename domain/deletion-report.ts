/** K11: where something of an event is kept, and deleted. Files of exports are those of hosts, archives those of guests. */
export const deletionPlaces = [
  "guests",
  "photos",
  "originals",
  "copies",
  "archives",
  "exports",
  "letters",
  "entries",
] as const;

export type DeletionPlace = (typeof deletionPlaces)[number];

/** What an event leaves elsewhere: where, and until when it is there at most. */
export const remainders = ["caches", "jobs", "letters", "deliveries", "logs", "backups"] as const;

export type Remainder = (typeof remainders)[number];

/** What became of everything of an event. Times in milliseconds since the epoch. */
export interface DeletionReport {
  readonly orderedAt: number;
  readonly endedAt: number;
  /** The last of them found nothing. */
  readonly rounds: number;
  readonly deleted: Readonly<Record<DeletionPlace, number>>;
  readonly remains: Readonly<Record<Remainder, number>>;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * How long each remainder stays at most, as amplify/ and functions/ have set it: public copies in caches; finished jobs
 * (numbers only); dead letters of people whom nothing connects with the event; which messages were answered (LINE's
 * numbers of messages only); logs (numbers only); and the tables as they were, in backups.
 */
const stays: Readonly<Record<Remainder, number>> = {
  caches: MINUTE_MS,
  jobs: 90 * DAY_MS,
  letters: 14 * DAY_MS,
  deliveries: 30 * DAY_MS,
  logs: 31 * DAY_MS,
  backups: 35 * DAY_MS,
};

export const remainsAfter = (endedAt: number): DeletionReport["remains"] => ({
  caches: endedAt + stays.caches,
  jobs: endedAt + stays.jobs,
  letters: endedAt + stays.letters,
  deliveries: endedAt + stays.deliveries,
  logs: endedAt + stays.logs,
  backups: endedAt + stays.backups,
});
