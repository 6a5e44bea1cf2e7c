import { useId } from "react";
import { hostTroublesWords } from "#domain/words/host-troubles";
import { useHostLanguage } from "../shell/language.tsx";
import type { LineQuota } from "./troubles-backend.ts";

interface Props {
  readonly quota: LineQuota | null;
  readonly isFailed: boolean;
}

const NEARLY = 0.9;

/** How many messages LINE still sends this month. */
export function QuotaCard({ quota, isFailed }: Props) {
  const language = useHostLanguage();
  const words = hostTroublesWords[language];
  const titleId = useId();
  return (
    <section className="troubles__part" aria-labelledby={titleId}>
      <h2 id={titleId}>{words.quota}</h2>
      {isFailed && <output className="troubles__failed">{words.quotaFailed}</output>}
      {quota !== null && <Gauge quota={quota} labelledBy={titleId} />}
      <p className="troubles__hint">{words.quotaHint}</p>
    </section>
  );
}

function Gauge({ quota, labelledBy }: { readonly quota: LineQuota; readonly labelledBy: string }) {
  const language = useHostLanguage();
  const words = hostTroublesWords[language];
  const { limit, used } = quota;
  const inWords = (count: number): string => count.toLocaleString(language);
  if (limit === null) {
    return (
      <p className="troubles__used">
        {words.used(used)} · {words.noLimit}
      </p>
    );
  }
  return (
    <>
      <p className="troubles__used">{words.usedOf(inWords(used), inWords(limit))}</p>
      <meter
        className="troubles__meter"
        aria-labelledby={labelledBy}
        max={Math.max(limit, 1)}
        high={limit * NEARLY}
        value={Math.min(used, limit)}
      />
      {used >= limit * NEARLY && <p className="troubles__failed">{words.nearlyUsedUp}</p>}
    </>
  );
}
