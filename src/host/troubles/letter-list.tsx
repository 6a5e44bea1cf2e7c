import { useId } from "react";
import { hostTroublesWords } from "#domain/words/host-troubles";
import { Button } from "../../ui/button.tsx";
import { dayAndTime } from "../audit/when.ts";
import { useHostLanguage } from "../shell/language.tsx";
import type { DeadLetter } from "./troubles-backend.ts";
import type { Troubles } from "./troubles-store.ts";
import type { Retry } from "./use-retry.ts";

interface Props {
  readonly troubles: Pick<Troubles, "letters" | "hasMore" | "failed">;
  readonly retry: Retry;
}

/** What was given up, and the way to try it again. */
export function LetterList({ troubles: { letters, hasMore, failed }, retry }: Props) {
  const words = hostTroublesWords[useHostLanguage()];
  const titleId = useId();
  const known = letters ?? [];
  if (known.length === 0 && !failed.letters) return null;
  return (
    <section className="troubles__part" aria-labelledby={titleId}>
      <div className="troubles__head">
        <h2 id={titleId}>{words.letters}</h2>
        {known.length > 1 && (
          <Button kind="primary" busy={retry.busy === "all"} onClick={retry.all}>
            {retry.busy === "all" ? words.retrying : words.retryAll(known.length)}
          </Button>
        )}
      </div>
      {failed.letters && <output className="troubles__failed">{words.lettersFailed}</output>}
      {known.length > 0 && (
        <>
          <p className="troubles__hint">{words.lettersHint}</p>
          <ul className="troubles__letters">
            {known.map((letter) => (
              <LetterRow key={letter.letterId} letter={letter} retry={retry} />
            ))}
          </ul>
        </>
      )}
      {hasMore && <p className="troubles__hint">{words.moreLetters}</p>}
    </section>
  );
}

function LetterRow({ letter, retry }: { readonly letter: DeadLetter; readonly retry: Retry }) {
  const language = useHostLanguage();
  const words = hostTroublesWords[language];
  const { letterId, kind, displayName, sentAt, failedAt, reason } = letter;
  const name = words.letter(kind, displayName);
  const isBusy = retry.busy === letterId;
  return (
    <li className="troubles__letter">
      <div className="troubles__words">
        <h3>{name}</h3>
        <p>{words.reason(reason)}</p>
        <p className="troubles__times">
          <span>{words.sent(dayAndTime(sentAt, language))}</span>
          {failedAt !== null && <span>{words.givenUp(dayAndTime(failedAt, language))}</span>}
        </p>
      </div>
      <Button busy={isBusy} aria-label={words.retryOf(name)} onClick={() => retry.one(letterId)}>
        {isBusy ? words.retrying : words.retry}
      </Button>
    </li>
  );
}
