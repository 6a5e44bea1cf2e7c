import type { Clock } from "../service.ts";
import type { StoredObject } from "../s3/stored-object.ts";
import { cacheLifetimeMs, type CacheLimits } from "./cache-lifetime.ts";

export interface CachedObject {
  readonly object: StoredObject;
  readonly outcome: "Hit" | "Miss" | "RefreshHit";
  /** Since it was fetched or found unchanged. */
  readonly ageSeconds: number;
}

interface Entry {
  readonly object: StoredObject;
  readonly fetchedAtMs: number;
  readonly expiresAtMs: number;
}

const MAX_BYTES = 64 * 1024 * 1024;

/** What an edge remembers of its origin, by path. */
export class EdgeCache {
  readonly #clock: Clock;
  readonly #limits: CacheLimits;
  readonly #fetch: (path: string) => Promise<StoredObject | undefined>;
  readonly #entries = new Map<string, Entry>();
  #sizeBytes = 0;
  #invalidations = 0;

  constructor(clock: Clock, limits: CacheLimits, fetch: (path: string) => Promise<StoredObject | undefined>) {
    this.#clock = clock;
    this.#limits = limits;
    this.#fetch = fetch;
  }

  /** `undefined` if the origin has nothing there; that is not remembered. */
  async get(path: string): Promise<CachedObject | undefined> {
    const entry = this.#entries.get(path);
    if (entry !== undefined && this.#clock() < entry.expiresAtMs) {
      const ageSeconds = Math.max(0, Math.floor((this.#clock() - entry.fetchedAtMs) / 1000));
      return { object: entry.object, outcome: "Hit", ageSeconds };
    }
    const invalidations = this.#invalidations;
    const object = await this.#fetch(path);
    // What was fetched before an invalidation may be the very thing that had to go.
    if (invalidations === this.#invalidations) this.#remember(path, object);
    if (object === undefined) return undefined;
    const isUnchanged = entry?.object.head.etag === object.head.etag;
    return { object, outcome: isUnchanged ? "RefreshHit" : "Miss", ageSeconds: 0 };
  }

  /** `/p/a.jpg`, or `/p/*` for everything that starts so. */
  invalidate(patterns: readonly string[]): void {
    this.#invalidations += 1;
    for (const path of this.#entries.keys()) {
      if (patterns.some((pattern) => isMatch(pattern, path))) this.#forget(path);
    }
  }

  #remember(path: string, object: StoredObject | undefined): void {
    this.#forget(path);
    if (object === undefined || object.body.length > MAX_BYTES) return;
    const fetchedAtMs = this.#clock();
    const lifetimeMs = cacheLifetimeMs(object.head.headers["cache-control"], this.#limits);
    this.#entries.set(path, { object, fetchedAtMs, expiresAtMs: fetchedAtMs + lifetimeMs });
    this.#sizeBytes += object.body.length;
    for (const oldest of this.#entries.keys()) {
      if (this.#sizeBytes <= MAX_BYTES) break;
      this.#forget(oldest);
    }
  }

  #forget(path: string): void {
    const entry = this.#entries.get(path);
    if (entry === undefined) return;
    this.#entries.delete(path);
    this.#sizeBytes -= entry.object.body.length;
  }
}

/** An asterisk is a wildcard only at the end. */
function isMatch(pattern: string, path: string): boolean {
  return pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}
