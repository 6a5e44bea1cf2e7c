import type { Language } from "#domain/language";
import type { HostQueueWords } from "#domain/words/host-queue-words";
import type { HostPhoto } from "../../backend/host-photo.ts";
import { timeOf } from "./photo-words.ts";

interface Props {
  readonly photo: HostPhoto;
  readonly words: HostQueueWords;
  readonly language: Language;
}

/** Who decided about the photo before, and when. */
export function DeskDecision({ photo: { decision }, words, language }: Props) {
  return (
    <section className="desk__part">
      <h3 className="desk__title">{words.decision}</h3>
      {decision === null ? (
        <p className="desk__note">{words.notDecided}</p>
      ) : (
        <p>{words.decided(decision.says, decision.by, timeOf(decision.at, language))}</p>
      )}
      {decision !== null && decision.count > 1 && (
        <p className="desk__note">{words.decidedTimes(decision.count)}</p>
      )}
    </section>
  );
}
