/** Lets a message that failed come back after a while, instead of when its whole time of invisibility is over. */
export type RetrySoon = (
  message: { readonly queueArn: string; readonly receiptHandle: string },
  delaySeconds: number,
) => Promise<void>;
