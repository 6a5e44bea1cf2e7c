import type { ArchiveAddresses } from "../shared/ports/archive-addresses.ts";
import type { CeremonyStore } from "../shared/ports/ceremony-store.ts";
import type { Clock } from "../shared/ports/clock.ts";
import type { EventStore } from "../shared/ports/event-store.ts";
import type { HostNames } from "../shared/ports/host-names.ts";
import type { HostStore } from "../shared/ports/host-store.ts";
import type { PictureAddresses } from "../shared/ports/picture-addresses.ts";
import type { WorkQueue } from "../shared/ports/work-queue.ts";
import type { ExportMessage, RehearsalStep } from "../shared/queue-message.ts";

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
  /** X1: whoever makes exports. */
  readonly exportQueue: WorkQueue<ExportMessage>;
  readonly archives: ArchiveAddresses;
  /** H1: whoever lets drawn guests play. */
  readonly rehearsalQueue: WorkQueue<RehearsalStep>;
  readonly photos: Pick<CeremonyStore, "photosOfEvent">;
  readonly clock: Clock;
  /** Different each time. */
  readonly newId: () => string;
  /** From 0 up to 1. */
  readonly random: () => number;
}
