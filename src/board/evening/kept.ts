/** Rows with all their versions, so that they can be read as they were a moment ago: as an index tells them. */
export class Kept<Row extends { readonly version: number }> {
  readonly #histories = new Map<string, { readonly at: number; readonly row: Row }[]>();

  save(id: string, row: Row): void {
    const history = this.#histories.get(id) ?? [];
    history.push({ at: Date.now(), row });
    this.#histories.set(id, history);
  }

  now(id: string): Row | undefined {
    return this.#histories.get(id)?.at(-1)?.row;
  }

  /** All rows as they are, or as they were at `at`. */
  all(at = Number.POSITIVE_INFINITY): Row[] {
    return [...this.#histories.values()].flatMap(
      (history) => history.findLast((entry) => entry.at <= at)?.row ?? [],
    );
  }

  version(id: string, version: number): Row | undefined {
    return this.#histories.get(id)?.find(({ row }) => row.version === version)?.row;
  }
}
