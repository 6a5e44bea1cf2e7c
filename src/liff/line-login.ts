/** Who uses the page, as LINE tells. */
export interface LineLogin {
  /** A short name for the person who is logged in, the same on every visit; it tells nobody who that is. */
  person(): Promise<string | undefined>;
  /**
   * LINE's ID token, as it is sent to the server. With `fresh` the one at hand was refused and is not given again.
   * Where only a login helps, the page leaves for LINE (the promise stays open), but once: undefined when that
   * has just been tried, or when LINE only gives a new token by opening the page again from the chat.
   */
  idToken(wish: { readonly fresh: boolean }): Promise<string | undefined>;
  /** The last login was good for something: the next one may be tried again. */
  confirm(): void;
}

/** What the login needs of the LIFF SDK. */
export interface LiffPort {
  isInClient(): boolean;
  isLoggedIn(): boolean;
  login(options: { redirectUri: string }): void;
  logout(): void;
  getIDToken(): string | null;
  getDecodedIDToken(): { readonly sub?: string; readonly exp?: number } | null;
}

export interface LineLoginParts {
  readonly liff: LiffPort;
  /** Whether LIFF has come up: without it a login leads nowhere. */
  readonly isStarted: () => boolean;
  readonly storage: Pick<Storage, "getItem" | "setItem" | "removeItem">;
  readonly clock: () => number;
  readonly address: () => string;
}

const attemptKey = "egao:login-attempted-at";
const attemptLifeMs = 60_000;
const leastLifeMs = 60_000;

export function createLineLogin({ liff, isStarted, storage, clock, address }: LineLoginParts): LineLogin {
  const tokenAtHand = (): string | undefined => {
    if (!liff.isLoggedIn()) return undefined;
    // The SDK keeps the token as it was at the login; after an hour only the server would notice.
    const expiresAt = (liff.getDecodedIDToken()?.exp ?? 0) * 1000;
    return expiresAt > clock() + leastLifeMs ? (liff.getIDToken() ?? undefined) : undefined;
  };
  let leaving: Promise<never> | undefined;
  const leave = (): Promise<never> => {
    storage.setItem(attemptKey, String(clock()));
    if (liff.isLoggedIn()) liff.logout();
    liff.login({ redirectUri: address() });
    return new Promise(() => {});
  };
  const wasJustTried = (): boolean =>
    clock() - Number(storage.getItem(attemptKey) ?? -Infinity) < attemptLifeMs;

  return {
    async person() {
      const subject = liff.isLoggedIn() ? liff.getDecodedIDToken()?.sub : undefined;
      return subject === undefined ? undefined : shortHash(subject);
    },
    async idToken({ fresh }) {
      const token = fresh ? undefined : tokenAtHand();
      if (token !== undefined) return token;
      if (leaving !== undefined) return leaving;
      // Inside LINE the SDK must not log in: a new token comes with the next opening from the chat.
      if (liff.isInClient() || !isStarted() || wasJustTried()) return undefined;
      leaving = leave();
      return leaving;
    },
    confirm() {
      storage.removeItem(attemptKey);
    },
  };
}

/** One way only, so that a key in the storage does not hold the LINE user id. */
async function shortHash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`egao ${text}`));
  return [...new Uint8Array(digest).slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
