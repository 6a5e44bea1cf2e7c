import { imageNameOf } from "../../shared/keyed-names.ts";
import { together } from "../../shared/together.ts";
import { erasePhoto } from "../leaving/erase-photo.ts";
import type { WorkerPorts } from "../worker-ports.ts";
import type { EndingStep } from "./end-event.ts";
import { quietPorts } from "./ending-ports.ts";
import { goOn } from "./go-on.ts";

const folders = ["originals", "copies", "exports", "event-exports", "rehearsal/calls"] as const;
const SIDE_BY_SIDE = 5;

/**
 * K11: rows that no guest has, and files that no row names: left by somebody who fell over in between, or by an export.
 * Again while there is something.
 */
export const removeRest: EndingStep = async (ports, job, progress) => {
  const { eventId } = job;
  const rows = await removeStrays(ports, eventId);
  const removed = await together(folders.map((folder) => removeFiles(ports, `${folder}/${eventId}/`)));
  const count = rows + removed.reduce((sum, one) => sum + one, 0);
  const phase = count === 0 ? "trail" : "rest";
  return goOn(job, { ...progress, phase, found: progress.found + count });
};

/** The index may still tell of rows that are gone. */
async function removeStrays(ports: WorkerPorts, eventId: string): Promise<number> {
  const { store, ending } = ports;
  const quiet = quietPorts(ports);
  const { photos } = await store.photosOfEvent(eventId, undefined);
  let count = 0;
  for (let first = 0; first < photos.length; first += SIDE_BY_SIDE) {
    const some = photos.slice(first, first + SIDE_BY_SIDE).map(async (listed) => {
      const photo = await store.photo(listed);
      if (photo === undefined) return;
      await erasePhoto(quiet, photo);
      if (await ending.dropPhoto(photo)) count += 1;
    });
    await together(some);
  }
  return count;
}

/** Public copies bear a name that follows from the photo's. */
async function removeFiles({ files, photos, guestIdKey }: WorkerPorts, prefix: string): Promise<number> {
  const keys = await files.keys(prefix, undefined);
  const photoIds = new Set(
    prefix.startsWith("originals/") || prefix.startsWith("copies/") ? keys.map(photoIdIn) : [],
  );
  for (const photoId of photoIds) await photos.withdrawCopies(imageNameOf(guestIdKey, photoId));
  await files.remove(keys);
  return keys.length;
}

const photoIdIn = (key: string): string => /\/([^/]+?)(?:-s)?\.\w+$/.exec(key)?.[1] ?? "";
