/** The alarms of this backend. */
export interface AlarmBoard {
  /** Fault: `alarms-unreachable`. */
  alarms(): Promise<readonly Alarm[]>;
}

export interface Alarm {
  readonly name: string;
  readonly state: "OK" | "ALARM" | "INSUFFICIENT_DATA";
  /** Milliseconds since the epoch. */
  readonly since: number;
  /** What was measured when the state changed. */
  readonly value?: number;
  /** From here on it rings. */
  readonly threshold?: number;
}
