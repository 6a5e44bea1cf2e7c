import type { ArchiveStore } from "../shared/ports/archive-store.ts";
import type { CeremonyStore } from "../shared/ports/ceremony-store.ts";
import type { Clock } from "../shared/ports/clock.ts";
import type { EventStore } from "../shared/ports/event-store.ts";
import type { HostStore } from "../shared/ports/host-store.ts";
import type { WorkQueue } from "../shared/ports/work-queue.ts";
import type { ExportMessage } from "../shared/queue-message.ts";

/** Everything that exports need of the world. */
export interface ArchiverPorts {
  readonly store: Pick<CeremonyStore, "photosOfEvent" | "photo" | "guest">;
  readonly events: Pick<EventStore, "hostedEvent">;
  readonly hosts: Pick<HostStore, "job" | "saveJob" | "publishJob" | "guestsOfEvent" | "auditOfEvent">;
  readonly archives: ArchiveStore;
  readonly queue: WorkQueue<ExportMessage>;
  readonly clock: Clock;
  /** X1: how large a part may become. */
  readonly mostPartBytes: number;
}
