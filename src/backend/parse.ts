/** Small readers of `unknown` for the doors of the pages: each gives our type or throws. */

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function record(value: unknown, name: string): Record<string, unknown> {
  if (!isRecord(value)) throw new Error(`${name} is not an object`);
  return value;
}

export function text(source: Record<string, unknown>, key: string): string {
  const value = source[key];
  if (typeof value !== "string") throw new Error(`${key} is not a text`);
  return value;
}

export function number(source: Record<string, unknown>, key: string): number {
  const value = source[key];
  if (typeof value !== "number" || !Number.isFinite(value)) throw new Error(`${key} is not a number`);
  return value;
}

export function flag(source: Record<string, unknown>, key: string): boolean {
  const value = source[key];
  if (typeof value !== "boolean") throw new Error(`${key} is neither true nor false`);
  return value;
}

/** A list whose entries `read` understands; null and missing are the empty list. */
export function list<T>(
  source: Record<string, unknown>,
  key: string,
  read: (entry: unknown) => T,
): readonly T[] {
  const value = source[key] ?? [];
  if (!Array.isArray(value)) throw new Error(`${key} is not a list`);
  return value.map(read);
}

/** `read` applied to what is there; null and missing become null. */
export function optional<T>(
  source: Record<string, unknown>,
  key: string,
  read: (source: Record<string, unknown>, key: string) => T,
): T | null {
  return source[key] === null || source[key] === undefined ? null : read(source, key);
}

export function oneOf<T extends string>(
  source: Record<string, unknown>,
  key: string,
  known: readonly T[],
): T {
  const found = known.find((each) => each === source[key]);
  if (found === undefined) throw new Error(`${key} is not one of ${known.join(", ")}`);
  return found;
}
