/**
 * Ends all tokens of an issuer before their time. Tokens say only the second of their issue; so that each is clearly
 * before or after the cut, a new one may be dated a second ahead. Forgotten when the process ends.
 */
export class TokenCut {
  #lastEndedSeconds = -1;
  #lastIssuedSeconds = -1;

  cut(nowMs: number): void {
    this.#lastEndedSeconds = Math.max(this.#lastIssuedSeconds, toSeconds(nowMs));
  }

  /** The second of issue that a new token says. */
  issuedAtSeconds(nowMs: number): number {
    const seconds = Math.max(toSeconds(nowMs), this.#lastEndedSeconds + 1);
    this.#lastIssuedSeconds = Math.max(this.#lastIssuedSeconds, seconds);
    return seconds;
  }

  /** Whether a token with this `iat` has been ended. */
  hasEnded(issuedAtSeconds: unknown): boolean {
    return typeof issuedAtSeconds === "number" && issuedAtSeconds <= this.#lastEndedSeconds;
  }
}

function toSeconds(timeMs: number): number {
  return Math.floor(timeMs / 1000);
}
