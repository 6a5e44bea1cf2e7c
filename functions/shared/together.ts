type Results<T extends readonly unknown[]> = { -readonly [K in keyof T]: Awaited<T[K]> };

/**
 * Like `Promise.all`, but waits for the slowest also when one fails: nothing is left running when the function is
 * frozen or the queue tries again.
 */
export async function together<T extends readonly unknown[]>(work: T): Promise<Results<T>> {
  await Promise.allSettled(work);
  return (await Promise.all(work)) as Results<T>; // the same tuple, awaited
}
