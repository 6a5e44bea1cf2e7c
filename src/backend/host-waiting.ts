import { readQueue, subscribeToPhotos } from "./host-photos.ts";
import type { HostPhoto } from "./host-photo.ts";
import { watchLive } from "./watch-live.ts";

/**
 * Tells how many photos of an event wait for a host, up to a hundred and whatever is heard beyond, until the returned
 * function is called. A number beside a word: what crosses on its way is put right by the next reading.
 */
export function watchWaiting(eventId: string, onCount: (count: number) => void): () => void {
  let waiting = new Set<string>();
  const { stop } = watchLive<readonly HostPhoto[], HostPhoto>(
    {
      read: async () => (await readQueue(eventId, "pending", null)).photos,
      subscribe: (to) => subscribeToPhotos(eventId, to),
    },
    {
      onRead: (photos) => {
        waiting = new Set(photos.map(({ photoId }) => photoId));
        onCount(waiting.size);
        return "known";
      },
      onHeard: (photos) => {
        for (const { photoId, state } of photos) {
          if (state === "pending") waiting.add(photoId);
          else waiting.delete(photoId);
        }
        onCount(waiting.size);
      },
      // The page that is open tells of its own connection.
      onConnection: () => {},
    },
  );
  return stop;
}
