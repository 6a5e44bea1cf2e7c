/**
 * dynalite makes some items without a prototype, which callers inside the process (resolvers) stumble over. Items are
 * at most `depth` members away from the answer; what comes from the database as it was is plain already.
 */
export function toPlain(value: unknown, depth: number): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Object.getPrototypeOf(value) === null) return JSON.parse(JSON.stringify(value));
  if (depth === 0) return value;
  if (Array.isArray(value)) return value.map((one) => toPlain(one, depth - 1));
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, toPlain(one, depth - 1)]));
}
