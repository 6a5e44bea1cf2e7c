import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useId,
  useState,
  useSyncExternalStore,
} from "react";

/** How many pictures of a page there are, and how many have come or never will: paper is printed when all have. */
export class PictureCount {
  readonly #listeners = new Set<() => void>();
  readonly #waiting = new Set<string>();
  readonly #settled = new Set<string>();
  #told = { settled: 0, all: 0 };
  #isTelling = false;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly now = (): { readonly settled: number; readonly all: number } => this.#told;

  wait(picture: string): void {
    this.#waiting.add(picture);
    this.#tell();
  }
  settle(picture: string): void {
    if (!this.#waiting.delete(picture)) return;
    this.#settled.add(picture);
    this.#tell();
  }
  forget(picture: string): void {
    this.#waiting.delete(picture);
    this.#settled.delete(picture);
    this.#tell();
  }

  /** Thousands come at once. */
  #tell(): void {
    if (this.#isTelling) return;
    this.#isTelling = true;
    setTimeout(() => {
      this.#isTelling = false;
      this.#told = { settled: this.#settled.size, all: this.#settled.size + this.#waiting.size };
      for (const listener of this.#listeners) listener();
    }, 100);
  }
}

export const PictureCountContext = createContext(new PictureCount());

/** For a picture of the page: to be called when it has come or never will. */
export function useCountedPicture(): () => void {
  const count = useContext(PictureCountContext);
  const id = useId();
  useEffect(() => {
    count.wait(id);
    return () => count.forget(id);
  }, [count, id]);
  return useCallback(() => count.settle(id), [count, id]);
}

/** For the page around them. */
export function usePictureCount(): readonly [PictureCount, ReturnType<PictureCount["now"]>] {
  const [count] = useState(() => new PictureCount());
  return [count, useSyncExternalStore(count.subscribe, count.now)];
}
