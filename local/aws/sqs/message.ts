/** An attribute that the sender attached, as on the wire (`BinaryValue` is base64). */
export interface MessageAttribute {
  readonly DataType: string;
  readonly StringValue?: string | undefined;
  readonly BinaryValue?: string | undefined;
}
export type MessageAttributes = Readonly<Record<string, MessageAttribute>>;

/** The part of a message that never changes; this is what the journal keeps. */
export interface Message {
  readonly id: string;
  readonly body: string;
  readonly attributes: MessageAttributes;
  readonly senderId: string;
  readonly sentAtMs: number;
  /** The queue that gave up on it; only in a dead-letter queue. */
  readonly deadLetterSourceArn?: string | undefined;
}

/** What receiving has done to a message so far. */
export interface Deliveries {
  readonly count: number;
  readonly firstAtMs: number | undefined;
  /** The secret part of the latest receipt handle. */
  readonly nonce: string | undefined;
}

export interface ReceivedMessage {
  readonly message: Message;
  readonly deliveries: Deliveries;
  readonly receiptHandle: string;
}

export const UNDELIVERED: Deliveries = { count: 0, firstAtMs: undefined, nonce: undefined };
