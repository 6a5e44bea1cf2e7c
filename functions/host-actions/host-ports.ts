import type { Clock } from "../shared/ports/clock.ts";
import type { HostStore } from "../shared/ports/host-store.ts";
import type { WorkQueue } from "../shared/ports/work-queue.ts";

/** Everything that hosts' actions need of the world. */
export interface HostPorts {
  readonly hosts: Pick<HostStore, "rulesOf" | "saveRules" | "saveAudit" | "saveJob">;
  readonly queue: WorkQueue;
  readonly clock: Clock;
  /** Different each time. */
  readonly newId: () => string;
}
