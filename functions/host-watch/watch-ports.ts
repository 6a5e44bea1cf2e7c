import type { AlarmBoard } from "../shared/ports/alarm-board.ts";
import type { CeremonyStore } from "../shared/ports/ceremony-store.ts";
import type { Clock } from "../shared/ports/clock.ts";
import type { DeadLetters } from "../shared/ports/dead-letters.ts";
import type { FailureRecords } from "../shared/ports/failure-records.ts";
import type { HostNames } from "../shared/ports/host-names.ts";
import type { HostStore } from "../shared/ports/host-store.ts";
import type { MessageQuota } from "../shared/ports/message-quota.ts";
import type { QueueName } from "./environment.ts";

/** Everything that watching needs of the world. */
export interface WatchPorts {
  readonly deadLetters: ReadonlyMap<QueueName, DeadLetters>;
  /** How many photos wait or are being read, of all events. */
  readonly photosUnderway: () => Promise<number>;
  readonly failures: Pick<FailureRecords, "find">;
  readonly store: Pick<CeremonyStore, "photoById" | "guest">;
  readonly trail: Pick<HostStore, "saveAudit">;
  readonly names: HostNames;
  readonly alarmBoard: AlarmBoard;
  readonly messageQuota: MessageQuota;
  readonly clock: Clock;
  readonly pause: (delayMs: number) => Promise<void>;
  /** Different each time. */
  readonly newId: () => string;
}
