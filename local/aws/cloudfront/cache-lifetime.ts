/** How long an edge keeps what the origin says nothing or too much about, in seconds. */
export interface CacheLimits {
  readonly minTtlSeconds: number;
  readonly defaultTtlSeconds: number;
  readonly maxTtlSeconds: number;
}

/** AWS's managed policy `CachingOptimized`. */
export const cachingOptimized: CacheLimits = {
  minTtlSeconds: 1,
  defaultTtlSeconds: 86_400,
  maxTtlSeconds: 31_536_000,
};

/** Even `no-store` is kept for the minimum, as CloudFront does. */
export function cacheLifetimeMs(cacheControl: string | undefined, limits: CacheLimits): number {
  const directives = (cacheControl ?? "").toLowerCase();
  const isKeptOut = /\b(no-store|no-cache|private)\b/.test(directives);
  const seconds = isKeptOut
    ? 0
    : (age(directives, "s-maxage") ?? age(directives, "max-age") ?? limits.defaultTtlSeconds);
  return Math.min(Math.max(seconds, limits.minTtlSeconds), limits.maxTtlSeconds) * 1000;
}

function age(directives: string, name: string): number | undefined {
  const found = new RegExp(`(?:^|[\\s,])${name}\\s*=\\s*"?(\\d+)`).exec(directives)?.[1];
  return found === undefined ? undefined : Number(found);
}
