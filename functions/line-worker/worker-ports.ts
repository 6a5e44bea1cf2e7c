import type { ArchiveStore } from "../shared/ports/archive-store.ts";
import type { CeremonyStore } from "../shared/ports/ceremony-store.ts";
import type { Clock } from "../shared/ports/clock.ts";
import type { CopyCache } from "../shared/ports/copy-cache.ts";
import type { CopyMaker } from "../shared/ports/copy-maker.ts";
import type { RestingLetters } from "../shared/ports/dead-letters.ts";
import type { EndingStore } from "../shared/ports/ending-store.ts";
import type { EventFiles } from "../shared/ports/event-files.ts";
import type { HostStore } from "../shared/ports/host-store.ts";
import type { GuestMenu } from "../shared/ports/guest-menu.ts";
import type { GuestMessenger } from "../shared/ports/guest-messenger.ts";
import type { PhotoSource } from "../shared/ports/photo-source.ts";
import type { PushAllowance } from "../shared/ports/push-allowance.ts";
import type { PhotoStore } from "../shared/ports/photo-store.ts";
import type { WorkQueue } from "../shared/ports/work-queue.ts";
import type { ExportMessage } from "../shared/queue-message.ts";
import type { PictureReaders } from "../shared/read-picture.ts";

/** Everything the worker needs of the world. */
export interface WorkerPorts extends PictureReaders {
  readonly store: CeremonyStore;
  readonly hosts: HostStore;
  readonly source: PhotoSource;
  readonly photos: PhotoStore;
  readonly archives: ArchiveStore;
  readonly files: EventFiles;
  readonly ending: Omit<EndingStore, "eventsInState" | "hasShownPhotos">;
  /** Of every queue. */
  readonly deadLetters: readonly RestingLetters[];
  readonly copyMaker: CopyMaker;
  readonly copyCache: CopyCache;
  readonly messenger: GuestMessenger;
  readonly menu: GuestMenu;
  readonly allowance: PushAllowance;
  readonly queue: WorkQueue;
  readonly exportQueue: WorkQueue<ExportMessage>;
  readonly clock: Clock;
  /** Makes guest ids and image names that nobody else can tell. */
  readonly guestIdKey: string;
}
