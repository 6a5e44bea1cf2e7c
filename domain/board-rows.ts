interface Heard<T> {
  readonly row: T;
  /** When a message told it or a snapshot that holds it was asked for; ms of the screen's own clock. */
  readonly heardAt: number;
  /** B4: a later snapshot did not hold it. */
  readonly isMissing: boolean;
}

/** Rows that messages and snapshots tell, each by its id, with a version that only grows. */
export type Rows<T> = ReadonlyMap<string, Heard<T>>;

/** A snapshot may be read from an index a moment behind the messages. */
export const INDEX_LAG_MS = 5_000;
/** How long what is no longer shown is remembered, so that a late message revives nothing. */
export const MEMORY_MS = 600_000;
/** How many rows of a kind are remembered at most; beyond them the ones heard longest ago are forgotten. */
export const MEMORY_ROWS = 2_000;

/** B1, B2: takes messages in the order of their arrival. */
export function hear<T extends { readonly version: number }>(
  rows: Rows<T>,
  messages: readonly T[],
  idOf: (row: T) => string,
  heardAt: number,
): Rows<T> {
  const heard = new Map<string, Heard<T>>();
  for (const row of messages) {
    const known = heard.get(idOf(row)) ?? rows.get(idOf(row));
    if (known !== undefined && known.row.version >= row.version) continue;
    heard.set(idOf(row), { row, heardAt, isMissing: false });
  }
  if (heard.size === 0) return rows;
  const all = new Map(rows);
  for (const [id, row] of heard) all.set(id, row);
  return all;
}

/** B3, B4, B6: takes what a snapshot lists; `isBeyond` tells of which rows it does not speak. */
export function merge<T extends { readonly version: number }>(
  rows: Rows<T>,
  listed: ReadonlyMap<string, T>,
  askedAt: number,
  isBeyond: (row: T) => boolean,
): Rows<T> {
  const merged = new Map<string, Heard<T>>();
  for (const [id, row] of listed) {
    const known = rows.get(id);
    const isKnownNewer = known !== undefined && known.row.version > row.version;
    // What was heard while the question was under way is not older for being in its answer too.
    const heardAt = known?.row.version === row.version ? Math.max(known.heardAt, askedAt) : askedAt;
    merged.set(id, isKnownNewer ? known : { row, heardAt, isMissing: false });
  }
  const others = [...rows].filter(([id, known]) => !listed.has(id) && known.heardAt >= askedAt - MEMORY_MS);
  for (const [id, known] of newestOf(others, MEMORY_ROWS - listed.size)) {
    const isMissing = known.isMissing || (known.heardAt < askedAt - INDEX_LAG_MS && !isBeyond(known.row));
    merged.set(id, { ...known, isMissing });
  }
  return merged;
}

function newestOf<T>(rows: readonly [string, Heard<T>][], limit: number): readonly [string, Heard<T>][] {
  if (rows.length <= limit) return rows;
  return rows.toSorted(([, a], [, b]) => b.heardAt - a.heardAt).slice(0, limit);
}

/** B4: the rows that are there. */
export function present<T>(rows: Rows<T>): T[] {
  return [...rows.values()].flatMap((heard) => (heard.isMissing ? [] : [heard.row]));
}
