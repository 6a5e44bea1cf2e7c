import type { CeremonyStore } from "../shared/ports/ceremony-store.ts";
import type { PictureAddresses } from "../shared/ports/picture-addresses.ts";
import type { WorkQueue } from "../shared/ports/work-queue.ts";

/** Everything that guests' actions need of the world. */
export interface GuestPorts {
  readonly store: Pick<CeremonyStore, "event" | "guest" | "photo" | "saveWish">;
  readonly pictures: PictureAddresses;
  /** What is to follow at once. */
  readonly orderQueue: WorkQueue;
}
