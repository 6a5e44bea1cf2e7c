import { isBefore } from "#domain/photo";
import { Fault } from "../../shared/fault.ts";
import type { PhotoDraft, PhotoKey, StoredPhoto } from "../../shared/ports/ceremony-store.ts";
import type { WorkerPorts } from "../worker-ports.ts";

const TRIES = 10;

/** P1, P3: the photo's last step, whatever else happens to it at the same time. A2: and whether its guest knows. */
export async function markAnswered(
  { store }: Pick<WorkerPorts, "store">,
  photo: StoredPhoto,
  isTold: boolean,
): Promise<void> {
  let latest: StoredPhoto | undefined = photo;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    if (latest === undefined || latest.state === "removed" || isSaid(latest, isTold)) return;
    if (await store.savePhoto(answered(latest, isTold), latest.version)) return;
    latest = await store.photo(photo);
  }
  throw new Fault("store-conflict", "savePhoto");
}

/** A2, A4: whoever answered for the photo's set has not told it, or would have said so by now. */
export async function markUntold(ports: Pick<WorkerPorts, "store">, key: PhotoKey): Promise<void> {
  const photo = await ports.store.photo(key);
  if (photo !== undefined) await markAnswered(ports, photo, false);
}

/** Of two workers with the same photo the one whose reply went out has the last word. */
function isSaid({ step, isUntold }: StoredPhoto, isTold: boolean): boolean {
  return !isBefore(step, "answered") && !(isTold && isUntold === true);
}

function answered({ isUntold: _isUntold, ...photo }: StoredPhoto, isTold: boolean): PhotoDraft {
  return { ...photo, step: "answered", ...(!isTold && { isUntold: true }) };
}
