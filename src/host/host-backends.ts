import type { EventListBackend, SettingsBackend } from "./events/events-backend.ts";
import type { AuditBackend } from "./audit/audit-backend.ts";
import type { ExportBackend } from "./export/export-backend.ts";
import type { GuestsBackend } from "./guests/guests-backend.ts";
import type { HostAuth } from "./sign-in/host-auth.ts";
import type { NumbersBackend } from "./numbers/numbers-backend.ts";
import type { QueueBackend } from "./queue/queue-backend.ts";
import type { RehearsalBackend } from "./rehearsal/rehearsal-backend.ts";
import type { RetentionBackend } from "./retention/retention-backend.ts";
import type { RemoteBackend } from "./remote/remote-backend.ts";
import type { EventHeadBackend } from "./shell/event-head-backend.ts";
import type { WaitingBackend } from "./shell/waiting-feed.tsx";
import type { TroublesBackend } from "./troubles/troubles-backend.ts";

/** What the pages of the host ask the outside world for; `src/app/host-route.tsx` joins it to the real one. */
export interface HostBackends {
  readonly auth: HostAuth;
  readonly head: EventHeadBackend;
  readonly waiting: WaitingBackend;
  readonly queue: QueueBackend;
  readonly guests: GuestsBackend;
  readonly audit: AuditBackend;
  readonly numbers: NumbersBackend;
  readonly export: ExportBackend;
  readonly events: EventListBackend;
  readonly settings: SettingsBackend;
  readonly retention: RetentionBackend;
  readonly rehearsal: RehearsalBackend;
  readonly remote: RemoteBackend;
  readonly troubles: TroublesBackend;
}
