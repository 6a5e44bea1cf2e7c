/** Which photos stand on the wall, cell by cell, and which turn each photo got last, counted from the first. */
export interface Wall {
  /** Null: nothing to show there yet. */
  readonly cells: readonly (string | null)[];
  readonly turnOf: ReadonlyMap<string, number>;
  readonly turns: number;
}

export const emptyWall = (size: number): Wall => ({
  cells: Array.from({ length: size }, () => null),
  turnOf: new Map(),
  turns: 0,
});

/** How long until the next photo has its turn: shorter while new ones wait. */
export function turnMs(waiting: number): number {
  return waiting > 0 ? 1_400 : 2_600;
}

/** Those that never had a turn, oldest first. */
export function waitingFor(wall: Wall, newestFirst: readonly string[]): readonly string[] {
  return newestFirst.filter((photoId) => !wall.turnOf.has(photoId)).toReversed();
}

/** What is withdrawn leaves at once; empty cells are filled at once. `newestFirst`: ids of all shown photos. */
export function filledWall(wall: Wall, newestFirst: readonly string[]): Wall {
  const present = new Set(newestFirst);
  const kept = wall.cells.map((photoId) => (photoId !== null && present.has(photoId) ? photoId : null));
  const turnOf = new Map([...wall.turnOf].filter(([photoId]) => present.has(photoId)));
  const next: Wall = { cells: kept, turnOf, turns: wall.turns };
  const empty = kept.flatMap((photoId, cell) => (photoId === null ? [cell] : []));
  const filled = empty.reduce((known, cell) => placed(known, cell, newestFirst), next);
  const isSame =
    filled.cells.every((photoId, cell) => photoId === wall.cells[cell]) && turnOf.size === wall.turnOf.size;
  return isSame ? wall : filled;
}

/** One photo more has its turn: new ones first, then the one not seen for the longest time; it takes the oldest's cell. */
export function nextWall(wall: Wall, newestFirst: readonly string[]): Wall {
  const filled = filledWall(wall, newestFirst);
  const turns = filled.cells.map((photoId) => (photoId === null ? -1 : (filled.turnOf.get(photoId) ?? 0)));
  return placed(filled, turns.indexOf(Math.min(...turns)), newestFirst);
}

function placed(wall: Wall, cell: number, newestFirst: readonly string[]): Wall {
  const photoId = candidate(wall, newestFirst);
  if (photoId === undefined) return wall;
  return {
    cells: wall.cells.map((known, index) => (index === cell ? photoId : known)),
    turnOf: new Map([...wall.turnOf, [photoId, wall.turns]]),
    turns: wall.turns + 1,
  };
}

function candidate(wall: Wall, newestFirst: readonly string[]): string | undefined {
  const free = newestFirst.filter((photoId) => !wall.cells.includes(photoId));
  const waiting = free.filter((photoId) => !wall.turnOf.has(photoId)).at(-1);
  return waiting ?? free.toSorted((a, b) => (wall.turnOf.get(a) ?? 0) - (wall.turnOf.get(b) ?? 0))[0];
}
