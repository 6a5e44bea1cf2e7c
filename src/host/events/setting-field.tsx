import type { ReactElement, ReactNode } from "react";
import { type ControlProps, Field } from "../../ui/field.tsx";
import { Overtaken } from "./overtaken.tsx";
import { useSettingsDesk } from "./settings-context.ts";
import type { SettingKey } from "./settings-form.ts";
import { useEventsWords } from "./use-events-words.ts";

interface Props {
  readonly name: SettingKey;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly children: ReactElement<ControlProps>;
}

/** One setting with what is wrong with it and what another host made of it. */
export function SettingField({ name, label, hint, children }: Props) {
  const { settings } = useEventsWords().words;
  const error = useSettingsDesk().errors[name];
  return (
    <div className="setting">
      <Field label={label} hint={hint} error={error && settings.errors[error]}>
        {children}
      </Field>
      <Overtaken name={name} />
    </div>
  );
}
