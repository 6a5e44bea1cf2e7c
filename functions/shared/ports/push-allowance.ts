/** A5: the bot's part of LINE's monthly messages that cost money. */
export interface PushAllowance {
  /** True: one more may be pushed to the user, and is counted. Fault: `line-unreachable`, and then nobody knows. */
  take(lineUserId: string): Promise<boolean>;
  /** LINE itself said that none is left. */
  stop(): void;
}
