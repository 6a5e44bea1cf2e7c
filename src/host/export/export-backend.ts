import type { ExportImages } from "#domain/event-export";
import type { ExportLink, HostExport } from "../../backend/host-export.ts";
import type { HostRefusal } from "../../backend/host-refusal.ts";

/** What the page of an event's export asks for. */
export interface ExportBackend {
  watch(
    eventId: string,
    listener: {
      readonly onExport: (told: HostExport | null) => void;
      readonly onConnection: (isConnected: boolean) => void;
    },
  ): { readonly read: () => void; readonly stop: () => void };
  order(eventId: string, images: ExportImages): Promise<HostExport | HostRefusal>;
  /** `part` counts from 1. */
  take(eventId: string, exportId: string, part: number): Promise<ExportLink | HostRefusal>;
  cancel(eventId: string): Promise<HostExport | HostRefusal>;
  /** Has the browser keep a file. */
  readonly keep: (url: string) => void;
}
