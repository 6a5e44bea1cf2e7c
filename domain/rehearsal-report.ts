/** How long something took, milliseconds; of a hundred, so many were as quick or quicker. */
export interface Latencies {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** H6: what a rehearsal came to. Times in milliseconds since the epoch. */
export interface RehearsalReport {
  /** What the drawn guests sent and the webhook took. */
  readonly sent: {
    readonly photos: number;
    /** Of several photos that were sent in one go. */
    readonly sets: number;
    /** Photos that were taken back. */
    readonly unsent: number;
    /** Everything but photos. */
    readonly chats: number;
    /** Webhooks that had to be delivered again, as LINE does. */
    readonly redelivered: number;
    /** What the webhook did not take, however often: LINE would have given up, too. Counted nowhere else. */
    readonly undelivered: number;
  };
  readonly stored: number;
  readonly shown: number;
  readonly guests: number;
  /** Guests with a place. */
  readonly ranked: number;
  readonly lost: number;
  readonly double: number;
  /** The first of those that were lost or double, as a code and an id. */
  readonly findings: readonly string[];
  /** From when the guest sent it until it was kept, and until the answer went out; missing where nothing was. */
  readonly latenciesMs: { readonly stored?: Latencies; readonly answered?: Latencies };
  readonly readsForReal: boolean;
  /** Calls, as they were or would have been made. */
  readonly rekognition: {
    readonly faces: number;
    readonly moderation: number;
    readonly labels: number;
    readonly text: number;
  };
  /** Calls of LINE as they would have been made. */
  readonly line: {
    readonly replies: number;
    /** Replies that came after the token's minute; their results are told with the next one (A2). */
    readonly expired: number;
    readonly pushes: number;
    readonly loadings: number;
    readonly profiles: number;
    readonly menus: number;
    readonly quotas: number;
  };
  /** Of all photos that were kept. */
  readonly bytes: number;
  readonly startedAt: number;
  /** When the first guest came. */
  readonly sendsFrom: number;
  readonly endedAt: number;
}

/** H6 */
export const isFlawless = ({ lost, double, sent }: RehearsalReport): boolean =>
  lost === 0 && double === 0 && sent.undelivered === 0;
