import type { ArchiveAddresses } from "../shared/ports/archive-addresses.ts";
import type { CeremonyStore } from "../shared/ports/ceremony-store.ts";
import type { Clock } from "../shared/ports/clock.ts";
import type { HostStore } from "../shared/ports/host-store.ts";
import type { PictureAddresses } from "../shared/ports/picture-addresses.ts";
import type { WorkQueue } from "../shared/ports/work-queue.ts";

/** Everything that guests' actions need of the world. */
export interface GuestPorts {
  readonly store: Pick<CeremonyStore, "event" | "guest" | "photo" | "saveWish" | "saveLeaving">;
  readonly pictures: PictureAddresses;
  readonly jobs: Pick<HostStore, "job" | "saveJob">;
  readonly archives: ArchiveAddresses;
  /** What is to follow at once. */
  readonly orderQueue: WorkQueue;
  /** What takes long, and nobody is to wait behind. */
  readonly packQueue: WorkQueue;
  readonly clock: Clock;
}
