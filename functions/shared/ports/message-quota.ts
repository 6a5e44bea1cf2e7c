/** How much of LINE's monthly quota of paid messages is left. */
export interface MessageQuota {
  /** Fault: `line-unreachable`. */
  quota(): Promise<Quota>;
}

export interface Quota {
  /** Missing: there is none. */
  readonly limit?: number;
  readonly used: number;
}
