/** How many have so many of something. */
export interface Share {
  readonly count: number;
  /** Everything from `count` on. */
  readonly isOpen: boolean;
  readonly having: number;
}

/** From the least that somebody has to the most, without gaps; `most` and beyond are told together. */
export function sharesOf(counts: Iterable<number>, most: number): readonly Share[] {
  const having = new Map<number, number>();
  let isOpen = false;
  for (const count of counts) {
    const told = Math.min(count, most);
    isOpen ||= count > most;
    having.set(told, (having.get(told) ?? 0) + 1);
  }
  if (having.size === 0) return [];
  const [least, largest] = [Math.min(...having.keys()), Math.max(...having.keys())];
  return Array.from({ length: largest - least + 1 }, (_, index) => ({
    count: least + index,
    isOpen: isOpen && least + index === most,
    having: having.get(least + index) ?? 0,
  }));
}
