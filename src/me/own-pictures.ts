import { mostPictures, type MyPicture } from "../backend/my-pictures.ts";

/** What is known of a picture that only its guest may see. */
export type OwnPicture = MyPicture | "asked" | "none";

/** The addresses of such pictures: asked for together as they come into view, and once more when one fails. */
export interface OwnPictures {
  get(photoId: string): OwnPicture;
  /** Asks where nothing is known, and tells of every change until the returned function is called. */
  watch(photoId: string, listener: () => void): () => void;
  /** A picture did not load. */
  failed(photoId: string): void;
  loaded(photoId: string): void;
  /** What was given up is asked for again. */
  retry(): void;
}

/** What comes into view together is asked for together. */
const GATHER_MS = 40;
const MOST_FAILURES = 1;

export function createOwnPictures(
  read: (photoIds: readonly string[]) => Promise<readonly MyPicture[]>,
): OwnPictures {
  const known = new Map<string, OwnPicture>();
  const failures = new Map<string, number>();
  const wanted = new Set<string>();
  const listeners = new Map<string, Set<() => void>>();
  let gathering: ReturnType<typeof setTimeout> | undefined;

  const keep = (photoId: string, picture: OwnPicture): void => {
    known.set(photoId, picture);
    for (const listener of listeners.get(photoId) ?? []) listener();
  };
  const want = (photoId: string): void => {
    wanted.add(photoId);
    gathering ??= setTimeout(() => void ask(), GATHER_MS);
  };
  const failed = (photoId: string): void => {
    const count = (failures.get(photoId) ?? 0) + 1;
    failures.set(photoId, count);
    keep(photoId, count > MOST_FAILURES ? "none" : "asked");
    if (count <= MOST_FAILURES) want(photoId);
  };
  const ask = async (): Promise<void> => {
    gathering = undefined;
    const photoIds = [...wanted].slice(0, mostPictures);
    if (photoIds.length === 0) return;
    for (const photoId of photoIds) wanted.delete(photoId);
    for (const photoId of wanted) want(photoId);
    const found = await read(photoIds).catch(() => null);
    if (found === null) return photoIds.forEach(failed);
    const byId = new Map(found.map((picture) => [picture.photoId, picture]));
    for (const photoId of photoIds) keep(photoId, byId.get(photoId) ?? "none");
  };

  return {
    get: (photoId) => known.get(photoId) ?? "asked",
    watch(photoId, listener) {
      const those = listeners.get(photoId) ?? new Set();
      listeners.set(photoId, those.add(listener));
      if (!known.has(photoId)) {
        known.set(photoId, "asked");
        want(photoId);
      }
      return () => {
        those.delete(listener);
        // Gone before it was asked for.
        if (those.size === 0 && wanted.delete(photoId)) known.delete(photoId);
      };
    },
    failed,
    loaded: (photoId) => void failures.delete(photoId),
    retry() {
      failures.clear();
      for (const [photoId, picture] of known) {
        if (picture === "none" && (listeners.get(photoId)?.size ?? 0) > 0) want(photoId);
      }
    },
  };
}
