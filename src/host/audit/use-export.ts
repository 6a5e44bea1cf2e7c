import { useCallback, useEffect, useRef, useState } from "react";
import type { Language } from "#domain/language";
import { hostAuditWords } from "#domain/words/host-audit";
import { useToasts } from "../../ui/toasts.tsx";
import type { AuditBackend } from "./audit-backend.ts";
import { type ExportFormat, exportTrail } from "./export-trail.ts";
import { saveFile } from "./save-file.ts";

const TYPES = { csv: "text/csv;charset=utf-8", json: "application/json" } as const;

/** Writes the whole trail into a file; `progress` counts the entries while it does. */
export function useExport(
  eventId: string,
  backend: Pick<AuditBackend, "readPage" | "readGuest">,
  language: Language,
): {
  readonly progress: number | null;
  readonly start: (format: ExportFormat) => void;
  readonly cancel: () => void;
} {
  const { say } = useToasts();
  const [progress, setProgress] = useState<number | null>(null);
  const running = useRef<AbortController | null>(null);
  const cancel = useCallback(() => {
    running.current?.abort();
    running.current = null;
    setProgress(null);
  }, []);
  useEffect(() => cancel, [cancel]);

  const start = useCallback(
    (format: ExportFormat) => {
      if (running.current !== null) return;
      const words = hostAuditWords[language];
      const controller = new AbortController();
      const { signal } = controller;
      running.current = controller;
      setProgress(0);
      const write = async () => {
        const file = await exportTrail({
          eventId,
          backend,
          format,
          language,
          onProgress: setProgress,
          signal,
        });
        if (signal.aborted) return;
        saveFile(`${words.fileName}.${format}`, file.text, TYPES[format]);
        say(words.exported(file.entries));
      };
      write()
        .catch((error: unknown) => {
          if (signal.aborted) return;
          console.warn("the trail could not be exported", error);
          say(words.exportFailed);
        })
        .finally(() => {
          if (!signal.aborted) cancel();
        });
    },
    [backend, eventId, language, say, cancel],
  );
  return { progress, start, cancel };
}
