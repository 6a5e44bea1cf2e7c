import type { PhotoPictures } from "../../backend/host-photos.ts";
import type { PhotoName, QueueBackend } from "./queue-backend.ts";

/** What is known of a photo's pictures. `gone`: there are none, or they could not be loaded again and again. */
export type Pictures = PhotoPictures | "asked" | "gone";

interface Kept {
  readonly pictures: Pictures;
  readonly askedAt: number;
  readonly failures: number;
}

const AT_ONCE = 100;
/** What comes into view together is asked for together. */
const GATHER_MS = 40;
const AGAIN_MS = 3_000;
/** The addresses are good for half an hour. */
const FRESH_MS = 25 * 60_000;
const MOST_FAILURES = 2;
/** After a while even a lost picture is asked for again. */
const FORGIVEN_MS = 60_000;
/** About 2 kB each; the ones asked for longest ago are forgotten. */
const MOST_KEPT = 3_000;

/** The addresses of pictures: asked for in batches as they come into view, kept, and asked for anew when one fails. */
export class PictureShelf {
  readonly #read: (names: readonly PhotoName[]) => ReturnType<QueueBackend["readPictures"]>;
  readonly #mostKept: number;
  readonly #kept = new Map<string, Kept>();
  readonly #wanted = new Map<string, PhotoName>();
  readonly #listeners = new Map<string, Set<() => void>>();
  #gathering: ReturnType<typeof setTimeout> | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  /** `mostKept`: how many addresses are remembered. */
  constructor(
    read: (names: readonly PhotoName[]) => ReturnType<QueueBackend["readPictures"]>,
    mostKept = MOST_KEPT,
  ) {
    this.#read = read;
    this.#mostKept = mostKept;
  }

  /** What is known now, without asking. */
  get(photoId: string): Pictures {
    return this.#kept.get(photoId)?.pictures ?? "asked";
  }

  /** Asks where nothing fresh is kept, and tells the listener of every change until the returned function is called. */
  watch(name: PhotoName, listener: () => void): () => void {
    const { photoId } = name;
    const listeners = this.#listeners.get(photoId) ?? new Set();
    this.#listeners.set(photoId, listeners.add(listener));
    if (!this.#isFresh(photoId)) this.#want(name);
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      this.#listeners.delete(photoId);
      // Scrolled past before it was asked for.
      this.#wanted.delete(photoId);
    };
  }

  /** A picture did not load: its address is asked for anew, in the end there is none. */
  failed(name: PhotoName, url: string): void {
    const kept = this.#kept.get(name.photoId);
    // Both sizes may fail of the same address.
    if (kept === undefined || typeof kept.pictures === "string") return;
    if (url !== kept.pictures.display && url !== kept.pictures.thumbnail) return;
    const failures = kept.failures + 1;
    this.#keep(name.photoId, { ...kept, pictures: failures > MOST_FAILURES ? "gone" : "asked", failures });
    if (failures <= MOST_FAILURES) this.#want(name);
  }

  stop(): void {
    clearTimeout(this.#waiting);
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
  }

  #isFresh(photoId: string): boolean {
    const kept = this.#kept.get(photoId);
    if (kept === undefined || kept.pictures === "asked") return false;
    return Date.now() - kept.askedAt < (kept.pictures === "gone" ? FORGIVEN_MS : FRESH_MS);
  }

  #want(name: PhotoName): void {
    this.#wanted.set(name.photoId, name);
    this.#gathering ??= setTimeout(() => void this.#ask(), GATHER_MS);
  }

  async #ask(): Promise<void> {
    this.#gathering = undefined;
    const names = [...this.#wanted.values()].slice(0, AT_ONCE);
    for (const { photoId } of names) this.#wanted.delete(photoId);
    if (this.#wanted.size > 0) this.#gathering = setTimeout(() => void this.#ask(), GATHER_MS);
    if (names.length === 0) return;
    const askedAt = Date.now();
    const found = await this.#read(names).catch((error: unknown) => {
      console.warn("pictures could not be asked for", error);
      return null;
    });
    if (found === null) {
      this.#askLater(names);
      return;
    }
    const byId = new Map(found.map((pictures) => [pictures.photoId, pictures]));
    for (const name of names) {
      const failures = this.#kept.get(name.photoId)?.failures ?? 0;
      const pictures = byId.get(name.photoId) ?? "gone";
      this.#keep(name.photoId, { pictures, askedAt, failures });
    }
  }

  /** Those that somebody still waits for. */
  #askLater(names: readonly PhotoName[]): void {
    this.#waiting = setTimeout(() => {
      for (const name of names) if (this.#listeners.has(name.photoId)) this.#want(name);
    }, AGAIN_MS);
  }

  #keep(photoId: string, kept: Kept): void {
    // Deleted first, so that the map stays in the order of asking.
    this.#kept.delete(photoId);
    this.#kept.set(photoId, kept);
    for (const [oldest] of this.#kept) {
      if (this.#kept.size <= this.#mostKept) break;
      this.#kept.delete(oldest);
    }
    for (const listener of this.#listeners.get(photoId) ?? []) listener();
  }
}
