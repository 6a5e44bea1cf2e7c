import type { HostRehearsal } from "../../backend/host-rehearsal.ts";
import { Button } from "../../ui/button.tsx";
import { useRehearsalWords } from "./use-rehearsal-words.ts";

interface Props {
  readonly told: HostRehearsal;
  /** Of a wiped one; undefined: not known yet. */
  readonly isGone: boolean | undefined;
  readonly busy: boolean;
  readonly onWipe: () => void;
}

/** What takes a finished rehearsal away, or that this was done. */
export function WipeLine({ told, isGone, busy, onWipe }: Props) {
  const { words } = useRehearsalWords();
  if (told.state === "wiped")
    return <p className="rehearsal__note">{isGone === false ? words.wiping : words.wiped}</p>;
  return (
    <div className="rehearsal__wipe">
      <Button kind="primary" busy={busy} onClick={onWipe}>
        {words.wipe}
      </Button>
      <p className="rehearsal__note">{words.wipeHint}</p>
    </div>
  );
}
