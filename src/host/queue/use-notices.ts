import { useEffect, useState } from "react";
import type { HostQueueWords } from "#domain/words/host-queue-words";
import { useToasts } from "../../ui/toasts.tsx";
import type { Notice } from "./decisions.ts";

/** The last thing that happened, and what can be done about it. */
export interface Said {
  readonly text: string;
  readonly canUndo: boolean;
  readonly again?: () => void;
}

const STAYS_MS = 20_000;

/** Puts into words what became of the host's orders: the last one in a line that stays, what went wrong in a toast. */
export function useNotices(words: HostQueueWords) {
  const { say } = useToasts();
  const [said, setSaid] = useState<Said | null>(null);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), STAYS_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const onNotice = (notice: Notice): void => {
    switch (notice.kind) {
      case "said":
        return setSaid({ text: saidText(notice, words), canUndo: true });
      case "undone":
        return setSaid({ text: words.undone(notice.count), canUndo: false });
      case "nothing-to-undo":
        return setSaid({ text: words.nothingToUndo, canUndo: false });
      case "refused":
        return say(refusedText(notice, words));
      case "failed":
        return setSaid({ text: words.notSent, canUndo: false, again: notice.again });
    }
  };
  return { said, onNotice };
}

function saidText(notice: Extract<Notice, { kind: "said" }>, words: HostQueueWords): string {
  const { says, count, photo } = notice;
  return photo === null ? words.saidMany(says, count) : words.saidOne(says, photo.displayName);
}

function refusedText(
  { why, photo, count }: Extract<Notice, { kind: "refused" }>,
  words: HostQueueWords,
): string {
  const more = count > 1 ? words.andOthers(count - 1) : "";
  switch (why) {
    case "changed": {
      const decision = photo?.decision ?? null;
      if (photo === null || decision === null) return words.changed + more;
      return words.decidedBy(decision.says, decision.by, photo.displayName) + more;
    }
    case "gone":
      return words.gone + more;
    case "banned":
      return words.banned + more;
    case "off-screen":
      return words.offScreen + more;
    case "no-picture":
      return words.withoutPicture + more;
  }
}
