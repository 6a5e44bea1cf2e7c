/** One person who uses LINE on this machine. */
export interface LineUser {
  /** `U` and 32 hexadecimal digits. */
  readonly userId: string;
  readonly displayName: string;
  readonly pictureUrl?: string;
  /** False once the person has blocked the account; a missing answer counts as a friend. */
  readonly isFriend?: boolean;
}

/** The people the login knows; they live in the chat's part of the LINE stand-in. */
export interface LineUsers {
  find(userId: string): LineUser | undefined;
  list(): readonly LineUser[];
}
