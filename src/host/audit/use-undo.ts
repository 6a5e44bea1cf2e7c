import { useCallback, useState } from "react";
import type { HostAuditWords } from "#domain/words/host-audit-words";
import type { AuditEntry } from "../../backend/host-audit-entry.ts";
import { useToasts } from "../../ui/toasts.tsx";
import type { AuditBackend } from "./audit-backend.ts";
import type { UndoWay } from "./undo-way.ts";

/** Takes entries back and says what came of it; what was undone can be done again from the toast. */
export function useUndo(
  eventId: string,
  backend: Pick<AuditBackend, "undo" | "undoRules">,
  words: HostAuditWords,
): {
  readonly busyId: string | null;
  readonly undo: (entry: Pick<AuditEntry, "entryId">, way: UndoWay) => Promise<void>;
} {
  const { say } = useToasts();
  const [busyId, setBusyId] = useState<string | null>(null);

  const undo = useCallback(
    async ({ entryId }: Pick<AuditEntry, "entryId">, way: UndoWay) => {
      const takeBack = async (id: string): Promise<void> => {
        const { entryId: again, done, refused } = await backend.undo(eventId, id);
        if (again === null) return say(words.undoRefused);
        const told = refused.length === 0 ? words.undone : words.partlyUndone(done.length, refused.length);
        say(told, { undo: () => void carefully(() => takeBack(again)) });
      };
      const carefully = async (act: () => Promise<void>): Promise<void> => {
        try {
          await act();
        } catch (error) {
          console.warn("an undo failed", error);
          say(words.undoFailed);
        }
      };
      setBusyId(entryId);
      await carefully(async () => {
        if (way.kind !== "rules") return takeBack(entryId);
        const answer = await backend.undoRules(eventId);
        say("refused" in answer ? words.undoRefused : words.rulesUndone);
      });
      setBusyId(null);
    },
    [backend, eventId, say, words],
  );
  return { busyId, undo };
}
