/** Why the reading itself failed, in words that somebody can act on. */
export interface Failure {
  readonly what: string;
  readonly next: string;
  /** Every further picture would fail the same way. */
  readonly isLasting: boolean;
}
