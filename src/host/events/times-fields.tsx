import type { ReactNode } from "react";
import { Field } from "../../ui/field.tsx";
import { readMinute } from "./clock-text.ts";
import type { SettingError } from "./read-settings.ts";
import { useEventsWords } from "./use-events-words.ts";

interface Times {
  /** As `<input type="datetime-local">` has it. */
  readonly opensAt: string;
  readonly closesAt: string;
}

interface Props {
  readonly times: Times;
  readonly errors: { readonly opensAt?: SettingError; readonly closesAt?: SettingError };
  readonly onChange: (times: Times) => void;
  readonly children?: ReactNode;
}

const MINUTE_MS = 60_000;

/** From when until when photos are taken, and how long that is. */
export function TimesFields({ times, errors, onChange, children }: Props) {
  const { create, settings, list } = useEventsWords().words;
  const minutes = ((readMinute(times.closesAt) ?? 0) - (readMinute(times.opensAt) ?? 0)) / MINUTE_MS;
  const isRight = errors.opensAt === undefined && errors.closesAt === undefined;
  const isSensible = isRight && minutes > 0 && minutes < 60 * 100;
  return (
    <fieldset className="times">
      <legend className="times__legend">{create.times}</legend>
      <p className="times__hint">{create.timesHint}</p>
      <div className="times__fields">
        {(["opensAt", "closesAt"] as const).map((key) => (
          <Field
            key={key}
            label={key === "opensAt" ? create.opens : create.closes}
            error={errors[key] && settings.errors[errors[key]]}
          >
            <input
              type="datetime-local"
              value={times[key]}
              onChange={({ target }) =>
                onChange({ opensAt: times.opensAt, closesAt: times.closesAt, [key]: target.value })
              }
            />
          </Field>
        ))}
        <output className="times__length">
          {isSensible && list.hours(Math.floor(minutes / 60), Math.round(minutes % 60))}
        </output>
      </div>
      {children}
    </fieldset>
  );
}
