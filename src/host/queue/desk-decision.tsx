import type { Language } from "#domain/language";
import type { HostQueueWords } from "#domain/words/host-queue-words";
import type { HostDecision, HostPhoto } from "../../backend/host-photo.ts";
import { timeOf } from "./photo-words.ts";

interface Props {
  readonly photo: HostPhoto;
  /** Before the photo's own, oldest first; the oldest may be forgotten. */
  readonly earlier: readonly HostDecision[];
  readonly words: HostQueueWords;
  readonly language: Language;
}

/** Who decided about the photo, and when, the latest first. */
export function DeskDecision({ photo: { decision }, earlier, words, language }: Props) {
  // While another host decides, what was read of the earlier ones may be behind.
  const before = earlier.filter(({ count }) => count < (decision?.count ?? 0));
  const known = decision === null ? [] : [...before, decision].toReversed();
  return (
    <section className="desk__part">
      <h3 className="desk__title">{words.decision}</h3>
      {decision === null && <p className="desk__note">{words.notDecided}</p>}
      {known.length > 0 && (
        <ol className="desk__decisions">
          {known.map(({ says, by, at, count }) => (
            <li key={count}>{words.decided(says, by, timeOf(at, language))}</li>
          ))}
        </ol>
      )}
      {decision !== null && decision.count > known.length && (
        <p className="desk__note">{words.decidedTimes(decision.count)}</p>
      )}
    </section>
  );
}
