interface Entry {
  readonly id: string;
  readonly dueAtMs: number;
}

/**
 * Ids by the time at which something is due with them (a binary heap). Nothing is ever taken out early: whoever
 * takes an entry checks whether it still holds.
 */
export interface DueTimes {
  add(id: string, dueAtMs: number): void;
  /** The earliest time; `undefined` when there is none. */
  next(): number | undefined;
  /** Takes the earliest entry if its time has come. */
  take(nowMs: number): Entry | undefined;
}

export function createDueTimes(): DueTimes {
  const heap: Entry[] = [];
  const at = (index: number): number => heap[index]?.dueAtMs ?? Number.POSITIVE_INFINITY;

  function swap(a: number, b: number): void {
    const [first, second] = [heap[a], heap[b]];
    if (first === undefined || second === undefined) return;
    heap[a] = second;
    heap[b] = first;
  }

  function rise(start: number): void {
    let index = start;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (at(parent) <= at(index)) return;
      swap(index, parent);
      index = parent;
    }
  }

  function sink(): void {
    let index = 0;
    for (;;) {
      const left = 2 * index + 1;
      const child = at(left + 1) < at(left) ? left + 1 : left;
      if (at(index) <= at(child)) return;
      swap(index, child);
      index = child;
    }
  }

  return {
    add(id, dueAtMs) {
      heap.push({ id, dueAtMs });
      rise(heap.length - 1);
    },
    next: () => heap[0]?.dueAtMs,
    take(nowMs) {
      const first = heap[0];
      if (first === undefined || first.dueAtMs > nowMs) return undefined;
      swap(0, heap.length - 1);
      heap.pop();
      sink();
      return first;
    },
  };
}
