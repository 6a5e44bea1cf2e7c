import { Fault } from "../../shared/fault.ts";
import type { PhotoKey, StoredPhoto } from "../../shared/ports/ceremony-store.ts";
import { refuseLater, takeOut } from "../photos/withdraw-photo.ts";
import type { WorkerPorts } from "../worker-ports.ts";

const TRIES = 10;

/** K6: takes one of many photos out of everything: the guest is settled afterwards, and not even the name remains. */
export async function erasePhoto(ports: WorkerPorts, photo: StoredPhoto): Promise<void> {
  await refuseLater(ports, photo.photoId);
  // The guest's own repetitions go as well, or are settled at the end.
  await takeOut(ports, photo, photo, []);
  await dropName(ports, photo);
}

/** K6: whether nothing remains but that there was a photo. */
export const isErased = ({ state, displayName }: StoredPhoto): boolean =>
  state === "removed" && displayName === "";

/** K6: last, because it tells that all else was done. */
export async function dropName({ store }: Pick<WorkerPorts, "store">, key: PhotoKey): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const photo = await store.photo(key);
    if (photo === undefined || isErased(photo)) return;
    const { version, ...rest } = photo;
    if (await store.savePhoto({ ...rest, displayName: "" }, version)) return;
  }
  throw new Fault("store-conflict", "savePhoto");
}
