import { type BoardState, isOnScreen, newestFirst, type PhotoOnScreen, type ShownPhoto } from "./board.ts";
import { INDEX_LAG_MS, MEMORY_MS } from "./board-rows.ts";

/** What the pages of all shown photos told, asked for from `askedAt` on. */
export interface ListedPhotos {
  readonly photos: ReadonlyMap<string, ShownPhoto>;
  readonly askedAt: number;
  /** All pages, not only the first ones. */
  readonly isWhole: boolean;
}

export const noneListed: ListedPhotos = {
  photos: new Map(),
  askedAt: Number.NEGATIVE_INFINITY,
  isWhole: false,
};

/**
 * B10: the shown photos, also those that no snapshot holds any more. Of ten thousands nothing is worked out that nobody
 * asks for.
 */
export class EveryPhoto {
  readonly #heard: BoardState["photos"];
  readonly #listed: ListedPhotos;
  readonly #heardInOrder: readonly PhotoOnScreen[];
  readonly #listedInOrder: readonly ShownPhoto[];

  /** `listedInOrder`: as `inOrder` tells. */
  constructor(
    { photos, askedAt }: Pick<BoardState, "photos" | "askedAt">,
    listed: ListedPhotos,
    listedInOrder: readonly ShownPhoto[],
  ) {
    // What was heard against an older reading may be forgotten (B6).
    const isForgotten = listed.askedAt < askedAt - MEMORY_MS;
    this.#heard = photos;
    this.#listed = isForgotten ? noneListed : listed;
    this.#listedInOrder = isForgotten ? [] : listedInOrder;
    this.#heardInOrder = [...photos.keys()]
      .flatMap((photoId) => this.get(photoId) ?? [])
      .toSorted(newestFirst);
  }

  /** Not only those of the first pages. */
  get isWhole(): boolean {
    return this.#listed.isWhole;
  }

  get(photoId: string): PhotoOnScreen | undefined {
    const row = this.#rowOf(photoId);
    return row !== undefined && isOnScreen(row) ? row : undefined;
  }

  has(photoId: string): boolean {
    return this.get(photoId) !== undefined;
  }

  /** Newest first. */
  *values(): Generator<PhotoOnScreen> {
    let next = 0;
    for (const photo of this.#listedInOrder) {
      if (this.#heard.has(photo.photoId) || !isOnScreen(photo)) continue;
      for (let heard = this.#heardInOrder[next]; heard !== undefined && newestFirst(heard, photo) < 0;) {
        yield heard;
        next += 1;
        heard = this.#heardInOrder[next];
      }
      yield photo;
    }
    yield* this.#heardInOrder.slice(next);
  }

  /** Ids, newest first. */
  *keys(): Generator<string> {
    for (const { photoId } of this.values()) yield photoId;
  }

  #rowOf(photoId: string): ShownPhoto | undefined {
    const page = this.#listed.photos.get(photoId);
    const heard = this.#heard.get(photoId);
    if (heard === undefined || (page !== undefined && page.version > heard.row.version)) return page;
    const { isWhole, askedAt } = this.#listed;
    const isUnlisted = isWhole && page === undefined && heard.heardAt < askedAt - INDEX_LAG_MS;
    return heard.isMissing || isUnlisted ? undefined : heard.row;
  }
}

/** What the pages told, newest first. */
export function inOrder({ photos }: ListedPhotos): readonly ShownPhoto[] {
  return [...photos.values()].toSorted(newestFirst);
}

/** B10: all of them, newest first. */
export function everyPhotoOf(
  state: Pick<BoardState, "photos" | "askedAt">,
  listed: ListedPhotos,
): readonly PhotoOnScreen[] {
  return [...new EveryPhoto(state, listed, inOrder(listed)).values()];
}
