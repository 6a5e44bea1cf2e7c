import type { PlannedPhoto } from "#domain/crowd/crowd-plan";
import type { CeremonyStore } from "../shared/ports/ceremony-store.ts";
import type { Clock } from "../shared/ports/clock.ts";
import type { EventStore } from "../shared/ports/event-store.ts";
import type { HostStore } from "../shared/ports/host-store.ts";
import type { RehearsalFiles } from "../shared/ports/rehearsal-files.ts";
import type { WorkQueue } from "../shared/ports/work-queue.ts";
import type { RehearsalStep } from "../shared/queue-message.ts";

/** Everything that drawn guests need of the world. */
export interface CrowdPorts {
  readonly hosts: Pick<HostStore, "job" | "saveJob" | "publishJob">;
  readonly events: Pick<EventStore, "hostedEvent">;
  readonly store: Pick<CeremonyStore, "photosOfEvent" | "topGuests" | "guest" | "event">;
  readonly files: RehearsalFiles;
  /** A photo's file, by the rehearsal's event. */
  readonly draw: (rehearsalId: string, photo: PlannedPhoto) => Uint8Array;
  readonly queue: WorkQueue<RehearsalStep>;
  /** Signs and delivers events as LINE does; the answer's status, 0 when none came. Never throws. */
  readonly deliver: (events: readonly object[]) => Promise<number>;
  readonly clock: Clock;
  readonly pause: (delayMs: number) => Promise<void>;
}
