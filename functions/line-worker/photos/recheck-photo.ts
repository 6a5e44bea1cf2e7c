import { Fault } from "../../shared/fault.ts";
import type { PhotoKey, StoredPhoto } from "../../shared/ports/ceremony-store.ts";
import { together } from "../../shared/together.ts";
import { repeated } from "./judge-photo.ts";
import { publishStanding } from "../standings/publish-standing.ts";
import { settleStanding } from "../standings/settle-standing.ts";
import type { WorkerPorts } from "../worker-ports.ts";

const TRIES = 10;

/**
 * D1, D3, D5: looks again whether a photo repeats another one: the index was behind when it came, an earlier photo came
 * later, or the one that it repeated was taken back. Can be repeated.
 */
export async function recheckPhoto(ports: WorkerPorts, key: PhotoKey): Promise<void> {
  const { store } = ports;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const photo = await store.photo(key);
    if (photo === undefined || photo.state === "removed" || photo.contentHash === undefined) return;
    const [own, alike] = await together([
      store.photosOfGuest(key),
      store.photosLike(key.eventId, { ...photo, contentHash: photo.contentHash }),
    ] as const);
    const original = repeated(photo, [...own, ...alike]);
    if (original === photo.duplicateOf && isSettled(photo)) return;
    const { duplicateOf: _former, version, ...rest } = photo;
    const noted = { ...rest, ...(original !== undefined && { duplicateOf: original }) };
    if (original === photo.duplicateOf || (await store.savePhoto(noted, version))) {
      await settleStanding(ports, key);
      return publishStanding(ports, key);
    }
  }
  throw new Fault("store-conflict", "savePhoto");
}

/** Whether an earlier try came to its end. */
function isSettled({ duplicateOf, decision, state, reason }: StoredPhoto): boolean {
  if (decision?.says !== undefined) return true;
  return duplicateOf === undefined ? reason !== "duplicate" : state !== "shown" && state !== "pending";
}
