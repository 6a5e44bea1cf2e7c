import { setTimeout as pause } from "node:timers/promises";
import { type Standing, standingOf } from "#domain/standing";
import { Fault } from "../shared/fault.ts";
import type { GuestKey, StoredPhoto } from "../shared/ports/ceremony-store.ts";
import type { WorkerPorts } from "./worker-ports.ts";

const TRIES = 20;
const LONGEST_PAUSE_MS = 40;

/** A standing and the photos that it was derived from. */
interface Settled {
  readonly standing: Standing;
  readonly photos: readonly StoredPhoto[];
}

/**
 * R1: derives a guest's standing from the guest's photos and saves it. The guest is read before the photos: whoever
 * changes a photo after that settles later and makes this save fail, so that the last one to save has seen all.
 */
export async function settleStanding({ store }: Pick<WorkerPorts, "store">, key: GuestKey): Promise<Settled> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    if (attempt > 0) await pause(Math.random() * LONGEST_PAUSE_MS);
    const guest = await store.guest(key);
    if (guest === undefined) throw new Fault("store-conflict", "a guest who does not exist");
    const photos = await store.photosOfGuest(key);
    const excluded = guest.isExcluded || guest.bannedAt !== undefined;
    const standing = standingOf(photos, { guestId: key.guestId, excluded });
    if (await store.saveStanding(key, standing, guest.version)) return { standing, photos };
  }
  throw new Fault("store-conflict", "saveStanding");
}
