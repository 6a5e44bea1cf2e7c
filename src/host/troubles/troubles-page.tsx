import { hostTroublesWords } from "#domain/words/host-troubles";
import { Button } from "../../ui/button.tsx";
import { clockTime } from "../audit/when.ts";
import { useHostLanguage } from "../shell/language.tsx";
import { PageHead } from "../shell/page-head.tsx";
import { useConnectionReport } from "../shell/signals.tsx";
import { useEventId } from "../shell/use-event-id.ts";
import { AlarmList } from "./alarm-list.tsx";
import { LetterList } from "./letter-list.tsx";
import { QuotaCard } from "./quota-card.tsx";
import { ringing } from "./ringing.ts";
import type { TroublesBackend } from "./troubles-backend.ts";
import type { Troubles } from "./troubles-store.ts";
import { useRetry } from "./use-retry.ts";
import { useTroubles } from "./use-troubles.ts";
import "./troubles.css";

/** What was given up, what rings, and LINE's quota; calm when all is well. */
export function TroublesPage({ backend }: { readonly backend: TroublesBackend }) {
  const language = useHostLanguage();
  const words = hostTroublesWords[language];
  const { troubles, store } = useTroubles(backend);
  const retry = useRetry(store, useEventId(), words);
  const { letters, alarms, failed, readAt } = troubles;
  useConnectionReport(!failed.letters || !failed.alarms);
  const isUnknown = letters === null && alarms === null;
  return (
    <div className="troubles">
      <PageHead title={words.title} hint={words.hint}>
        <output className="troubles__when">
          {readAt !== null && words.readAt(clockTime(readAt, language))}
        </output>
        <Button kind="quiet" onClick={() => void store.look()}>
          {words.tryAgain}
        </Button>
      </PageHead>
      {isUnknown ? (
        <output className="troubles__waiting">{failed.letters ? words.failed : words.loading}</output>
      ) : (
        <>
          {isWell(troubles) && <Calm title={words.allWell} hint={words.allWellHint} />}
          <AlarmList alarms={alarms} isFailed={failed.alarms} />
          <LetterList troubles={troubles} retry={retry} />
          <QuotaCard quota={troubles.quota} isFailed={failed.quota} />
        </>
      )}
    </div>
  );
}

function isWell({ letters, alarms, failed }: Troubles): boolean {
  const isSure = !failed.letters && !failed.alarms && letters !== null && alarms !== null;
  return isSure && letters.length === 0 && ringing(alarms).length === 0;
}

function Calm({ title, hint }: { readonly title: string; readonly hint: string }) {
  return (
    <section className="troubles__calm">
      <svg className="troubles__mark" viewBox="0 0 48 48" aria-hidden="true">
        <circle cx="24" cy="24" r="21" />
        <path d="M14 21c2-2.4 5-2.4 7 0M27 21c2-2.4 5-2.4 7 0M14.5 28.5c4.5 6.5 14.5 6.5 19 0" />
      </svg>
      <div>
        <h2>{title}</h2>
        <p>{hint}</p>
      </div>
    </section>
  );
}
