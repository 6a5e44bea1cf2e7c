import { isBefore } from "#domain/photo";
import { Fault } from "../shared/fault.ts";
import type { StoredPhoto } from "../shared/ports/ceremony-store.ts";
import type { WorkerPorts } from "./worker-ports.ts";

const TRIES = 10;

/** P1, P3: the photo's last step, whatever else happens to it at the same time. */
export async function markAnswered({ store }: Pick<WorkerPorts, "store">, photo: StoredPhoto): Promise<void> {
  let latest: StoredPhoto | undefined = photo;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    if (latest === undefined || latest.state === "removed" || !isBefore(latest.step, "answered")) return;
    if (await store.savePhoto({ ...latest, step: "answered" }, latest.version)) return;
    latest = await store.photo(photo);
  }
  throw new Fault("store-conflict", "savePhoto");
}
