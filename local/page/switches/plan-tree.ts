/** A plan of faults as a tree; arrays and plain values are its leaves. */
export interface Tree {
  readonly [name: string]: unknown;
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** `plan` with everything of `more`, whose leaves win. */
export function merged(plan: Tree, more: Tree): Tree {
  const entries = Object.entries(more).map(([name, value]) => {
    const known = plan[name];
    return [name, isTree(value) && isTree(known) ? merged(known, value) : value];
  });
  return { ...plan, ...Object.fromEntries(entries) };
}

/** `plan` without the leaves that it shares with `less`; branches that are empty then go too. */
export function without(plan: Tree, less: Tree): Tree {
  return Object.fromEntries(
    Object.entries(plan).flatMap(([name, value]) => {
      const taken = less[name];
      if (!(name in less)) return [[name, value]];
      if (!isTree(value) || !isTree(taken)) return isSame(value, taken) ? [] : [[name, value]];
      const rest = without(value, taken);
      return Object.keys(rest).length === 0 ? [] : [[name, rest]];
    }),
  );
}

/** Whether every leaf of `part` is in `plan`. */
export function contains(plan: Tree, part: Tree): boolean {
  return Object.entries(part).every(([name, value]) => {
    const known = plan[name];
    return isTree(value) && isTree(known) ? contains(known, value) : isSame(known, value);
  });
}
