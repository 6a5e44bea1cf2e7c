/** One line of the report. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  /** What design/backend asks for, when it asks. */
  readonly budget?: string;
}

export interface Measurement {
  readonly name: string;
  /** It takes so long that it is only run when it is named. */
  readonly isOnlyByName?: true;
  run(): Promise<readonly Row[]>;
}
