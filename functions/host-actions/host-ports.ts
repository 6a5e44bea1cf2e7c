import type { Clock } from "../shared/ports/clock.ts";
import type { EventStore } from "../shared/ports/event-store.ts";
import type { HostNames } from "../shared/ports/host-names.ts";
import type { HostStore } from "../shared/ports/host-store.ts";
import type { PictureAddresses } from "../shared/ports/picture-addresses.ts";
import type { WorkQueue } from "../shared/ports/work-queue.ts";

/** Everything that hosts' actions need of the world. */
export interface HostPorts {
  readonly hosts: HostStore;
  readonly events: EventStore;
  readonly names: HostNames;
  readonly pictures: PictureAddresses;
  /** Long work, behind which nobody waits. */
  readonly queue: WorkQueue;
  /** What is to follow from a decision at once. */
  readonly orderQueue: WorkQueue;
  readonly clock: Clock;
  /** Different each time. */
  readonly newId: () => string;
  /** From 0 up to 1. */
  readonly random: () => number;
}
