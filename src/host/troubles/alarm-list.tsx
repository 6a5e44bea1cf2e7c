import { useId } from "react";
import { alarmSubject } from "#domain/alarm";
import { hostTroublesWords } from "#domain/words/host-troubles";
import { Icon } from "../../ui/icon.tsx";
import { clockTime } from "../audit/when.ts";
import { useHostLanguage } from "../shell/language.tsx";
import { ringing } from "./ringing.ts";
import type { Alarm } from "./troubles-backend.ts";

interface Props {
  readonly alarms: readonly Alarm[] | null;
  readonly isFailed: boolean;
}

/** What rings, in a host's words, and what one can do. */
export function AlarmList({ alarms, isFailed }: Props) {
  const language = useHostLanguage();
  const words = hostTroublesWords[language];
  const titleId = useId();
  const loud = ringing(alarms ?? []);
  const unmeasured = (alarms ?? []).filter(({ state }) => state === "INSUFFICIENT_DATA").length;
  if (loud.length === 0 && unmeasured === 0 && !isFailed) return null;
  return (
    <section className="troubles__part" aria-labelledby={titleId}>
      <h2 id={titleId}>{words.alarms}</h2>
      {isFailed && <output className="troubles__failed">{words.alarmsFailed}</output>}
      <ul className="troubles__alarms">
        {loud.map(({ name, since, value }) => {
          const { what, advice } = words.alarm(alarmSubject(name), value);
          return (
            <li key={name} className="troubles__alarm">
              <Icon name="warning" />
              <div className="troubles__words">
                <h3>
                  {what} <span className="troubles__since">{words.since(clockTime(since, language))}</span>
                </h3>
                <p>{advice}</p>
              </div>
            </li>
          );
        })}
      </ul>
      {unmeasured > 0 && <p className="troubles__hint">{words.unmeasured(unmeasured)}</p>}
    </section>
  );
}
