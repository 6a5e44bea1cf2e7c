import { Fault } from "../shared/fault.ts";
import type { PhotoKey, StoredPhoto } from "../shared/ports/ceremony-store.ts";
import type { GuestPorts } from "./guest-ports.ts";

export type LeavingPorts = Pick<GuestPorts, "store" | "orderQueue" | "clock">;

const TRIES = 10;

/** P8: says anew when a photo goes, or that it stays, whoever else changes it meanwhile. `undefined`: it is not there any more. */
export async function changeLeaving(
  ports: Pick<LeavingPorts, "store">,
  key: PhotoKey,
  leavesAtOf: (photo: StoredPhoto) => number | undefined,
): Promise<StoredPhoto | undefined> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const photo = await photoHere(ports, key);
    if (photo === undefined) return undefined;
    const leavesAt = leavesAtOf(photo);
    if (leavesAt === photo.leavesAt) return photo;
    if (await ports.store.saveLeaving(key, leavesAt, photo.version)) {
      const { leavesAt: _former, version, ...rest } = photo;
      return { ...rest, ...(leavesAt !== undefined && { leavesAt }), version: version + 1 };
    }
  }
  throw new Fault("store-conflict", "saveLeaving");
}

/** Of the guest's own, unless it was taken back. */
export async function photoHere(
  { store }: Pick<LeavingPorts, "store">,
  key: PhotoKey,
): Promise<StoredPhoto | undefined> {
  const photo = await store.photo(key);
  return photo?.state === "removed" ? undefined : photo;
}
