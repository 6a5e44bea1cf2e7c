import type { AlarmSubject } from "../alarm.ts";

/** What is wrong, and what one can do about it. */
export interface Trouble {
  readonly what: string;
  readonly advice: string;
}

/** The texts of what went wrong and what waits too long. */
export interface HostTroublesWords {
  readonly title: string;
  readonly hint: string;
  readonly loading: string;
  readonly allWell: string;
  readonly allWellHint: string;
  /** `when`: by the clock. */
  readonly readAt: (when: string) => string;
  readonly failed: string;
  readonly tryAgain: string;

  readonly letters: string;
  readonly lettersHint: string;
  readonly lettersFailed: string;
  /** There are more than are listed. */
  readonly moreLetters: string;
  /** By the kind that the API tells; `name`: of the guest, if known. */
  readonly letter: (kind: string, name: string | null) => string;
  /** By the fault's code. */
  readonly reason: (code: string) => string;
  readonly sent: (when: string) => string;
  readonly givenUp: (when: string) => string;
  readonly retry: string;
  readonly retryOf: (letter: string) => string;
  readonly retryAll: (letters: number) => string;
  readonly retrying: string;
  readonly retried: (letters: number) => string;
  /** Somebody else was quicker. */
  readonly missing: (letters: number) => string;
  readonly notRetried: string;

  readonly alarms: string;
  readonly alarmsFailed: string;
  readonly since: (when: string) => string;
  /** `value`: what was measured when it began to ring: seconds for `waiting`, percent for `quota`, times for the others. */
  readonly alarm: (subject: AlarmSubject, value: number | null) => Trouble;
  readonly unmeasured: (alarms: number) => string;

  readonly quota: string;
  readonly quotaHint: string;
  readonly quotaFailed: string;
  readonly used: (used: number) => string;
  readonly usedOf: (used: string, limit: string) => string;
  readonly noLimit: string;
  readonly nearlyUsedUp: string;
}
