/** A message that failed too often and rests; whoever took it holds it for a while. */
export interface RestingMessage {
  readonly messageId: string;
  readonly body: string;
  /** Milliseconds since the epoch. */
  readonly sentAt: number;
  /** Of this one time that it was taken. */
  readonly handle: string;
}

/** The messages of one queue that rest. Fault: `queue-refused`. */
export interface DeadLetters extends RestingLetters {
  /** Into the queue that it came from, as a new message. */
  sendAgain(message: RestingMessage): Promise<void>;
}

/** For who looks at them and takes them away. */
export interface RestingLetters {
  /** How many there are, roughly; those that somebody holds included. */
  count(): Promise<number>;
  /** At most ten, that nobody else gets for so long; none when all are held or there is none. */
  take(holdSeconds: number): Promise<readonly RestingMessage[]>;
  /** Others get them again at once. */
  putBack(messages: readonly RestingMessage[]): Promise<void>;
  remove(message: RestingMessage): Promise<void>;
}
