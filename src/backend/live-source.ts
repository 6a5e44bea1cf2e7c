/** What a running subscription reports. */
export interface LiveMessages<Message> {
  readonly onMessage: (message: Message) => void;
  /** A message arrived that could not be read. */
  readonly onUnreadable: () => void;
  /** From here on no message is missed, until `onConnection(false)`. */
  readonly onAck: () => void;
  readonly onConnection: (isLive: boolean) => void;
  /** The subscription is over. */
  readonly onError: () => void;
}

/** Where something that changes comes from. */
export interface LiveSource<Snapshot, Message> {
  /** Rejects when the API cannot be reached or refuses. */
  readonly read: () => Promise<Snapshot>;
  /** The returned function ends the subscription. */
  readonly subscribe: (to: LiveMessages<Message>) => () => void;
}

/** What is done with what came. */
export interface LiveListener<Snapshot, Message> {
  /**
   * `askedAt`: when the snapshot was asked for, ms since the epoch; what was heard since may be newer than it. The
   * answer `soon` has it asked for again within seconds.
   */
  readonly onRead: (snapshot: Snapshot, askedAt: number) => "known" | "soon";
  /** In the order of their arrival; at most once in 100 ms. */
  readonly onHeard: (messages: readonly Message[], now: number) => void;
  /** Whether messages arrive and reads succeed. */
  readonly onConnection: (isConnected: boolean) => void;
}

export interface LiveWatch {
  /** Asks for a snapshot now. */
  readonly read: () => void;
  readonly stop: () => void;
}
