/** Which photos stand on the wall, cell by cell, and which turn each photo got last, counted from the first. */
export interface Wall {
  /** Null: nothing to show there yet. */
  readonly cells: readonly (string | null)[];
  readonly turnOf: ReadonlyMap<string, number>;
  readonly turns: number;
}

/** Ids of all shown photos, newest first. */
export type NewestFirst = Pick<ReadonlySet<string>, "has" | "keys">;

export const emptyWall = (size: number): Wall => ({
  cells: Array.from({ length: size }, () => null),
  turnOf: new Map(),
  turns: 0,
});

/** How long until the next photo has its turn: shorter while new ones wait. */
export function turnMs(isAnyWaiting: boolean): number {
  return isAnyWaiting ? 1_400 : 2_600;
}

/** Whether there is one that never had a turn. */
export function isAnyWaiting({ turnOf }: Wall, photos: NewestFirst): boolean {
  for (const photoId of photos.keys()) if (!turnOf.has(photoId)) return true;
  return false;
}

/** What is withdrawn leaves at once; empty cells are filled at once. The same wall while there is nothing to do. */
export function filledWall(wall: Wall, photos: NewestFirst): Wall {
  const cells = wall.cells.map((photoId) => (photoId !== null && photos.has(photoId) ? photoId : null));
  const empty = cells.flatMap((photoId, cell) => (photoId === null ? [cell] : []));
  const filled = empty.reduce<Wall>((known, cell) => placed(known, cell, photos), { ...wall, cells });
  return filled.cells.every((photoId, cell) => photoId === wall.cells[cell]) ? wall : filled;
}

/** One photo more has its turn: new ones first, then the one not seen for the longest time; it takes the oldest's cell. */
export function nextWall(wall: Wall, photos: NewestFirst): Wall {
  const filled = filledWall(wall, photos);
  const turns = filled.cells.map((photoId) => (photoId === null ? -1 : (filled.turnOf.get(photoId) ?? 0)));
  return placed(filled, turns.indexOf(Math.min(...turns)), photos);
}

function placed(wall: Wall, cell: number, photos: NewestFirst): Wall {
  const photoId = candidate(wall, photos);
  if (photoId === undefined) return wall;
  const turnOf = new Map(wall.turnOf).set(photoId, wall.turns);
  for (const known of wall.turnOf.keys()) if (!photos.has(known)) turnOf.delete(known);
  return {
    cells: wall.cells.map((known, index) => (index === cell ? photoId : known)),
    turnOf,
    turns: wall.turns + 1,
  };
}

/** The oldest of those that never had a turn, else the newest of those not seen for the longest time. */
function candidate({ cells, turnOf }: Wall, photos: NewestFirst): string | undefined {
  let waiting: string | undefined;
  let rested: string | undefined;
  for (const photoId of photos.keys()) {
    if (cells.includes(photoId)) continue;
    const turn = turnOf.get(photoId);
    if (turn === undefined) waiting = photoId;
    else if (rested === undefined || turn < (turnOf.get(rested) ?? 0)) rested = photoId;
  }
  return waiting ?? rested;
}
