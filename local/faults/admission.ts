/**
 * A token bucket for each name: so many calls a second, and never more at once than in one second. It runs on real
 * time: whoever is turned away waits in real time too, and a test's clock that stands still would never let one in.
 */
export class Admission {
  readonly #buckets = new Map<string, { tokens: number; filledAt: number }>();

  /** Whether one more call of `name` is let through. */
  take(name: string, perSecond: number): boolean {
    const now = performance.now();
    const most = Math.max(1, perSecond);
    const bucket = this.#buckets.get(name) ?? { tokens: most, filledAt: now };
    this.#buckets.set(name, bucket);
    bucket.tokens = Math.min(most, bucket.tokens + ((now - bucket.filledAt) / 1000) * perSecond);
    bucket.filledAt = now;
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  }

  clear(): void {
    this.#buckets.clear();
  }
}
