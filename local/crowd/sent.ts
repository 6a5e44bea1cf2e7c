/** A guest's photo as LINE took it. */
export interface SentPhoto {
  /** LINE's message id, which is the photo's id. */
  readonly photoId: string;
  /** Counts the guests of the plan from 0. */
  readonly guest: number;
  /** A name of `PICTURES`. */
  readonly picture: string;
  /** Photos that look the same on purpose have the same; missing where nobody remembers. */
  readonly look?: string;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly contentHash: string;
  readonly sizeBytes: number;
  readonly isUnsent: boolean;
  /** When it was sent together with others: LINE's name of them, and which one it is, from 1, if the phone told. */
  readonly set?: { readonly id: string; readonly index?: number };
}

/** What else a guest did that the bot answers. */
export interface SentMessage {
  readonly messageId: string;
  readonly guest: number;
  readonly kind: "follow" | "join" | "text" | "sticker" | "postback";
}

export interface SentGuest {
  /** Private: in no report. */
  readonly lineUserId: string;
  readonly displayName: string;
  /** As the phone is set (BCP 47). */
  readonly language: string;
  /** LINE tells nobody's name and language to a bot that is blocked. */
  readonly hasBlocked: boolean;
}

/** What a host said last of a photo; it stands above what the rules say (M6). */
export interface HostWord {
  readonly photoId: string;
  readonly says: "show" | "hide";
}

/** Everything that a crowd sent: the truth that all else is compared with. */
export interface Sent {
  readonly guests: readonly SentGuest[];
  readonly photos: readonly SentPhoto[];
  readonly messages: readonly SentMessage[];
  /** One for each photo at most; nobody said anything when left out. */
  readonly hostWords?: readonly HostWord[];
}
