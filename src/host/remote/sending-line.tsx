import { Button } from "../../ui/button.tsx";
import type { Refusal, Sending } from "./stage-sender.ts";
import { useRemoteWords } from "./use-remote-words.ts";

interface Props {
  readonly sending: Sending;
  readonly onGiveUp: () => void;
}

/** What becomes of the last press; keeps its height, so that no button moves under a finger. */
export function SendingLine({ sending, onGiveUp }: Props) {
  const words = useRemoteWords();
  const refused: Readonly<Record<Refusal, string>> = {
    overtaken: words.overtaken,
    impossible: words.impossible,
    gone: words.gone,
    stopped: words.stopped,
  };
  const isSlow = sending.kind === "sending" && sending.isSlow;
  return (
    <div className="sending">
      <output className="sending__words">
        {sending.kind === "sending" && (isSlow ? words.stillSending : words.sending)}
        {sending.kind !== "sending" && sending.refused !== undefined && (
          <strong>{refused[sending.refused]}</strong>
        )}
      </output>
      {isSlow && <Button onClick={onGiveUp}>{words.stopSending}</Button>}
    </div>
  );
}
