import type { EventRules } from "#domain/event-rules";
import { keptLabels } from "#domain/label";
import { labelName } from "#domain/words/label-name";
import { rulesWords } from "#domain/words/rules";
import { Switch } from "../../ui/switch.tsx";
import { listed } from "./event-time.ts";
import { exampleLabels } from "./example-photo.ts";
import { NumberInput } from "./number-input.tsx";
import { Overtaken } from "./overtaken.tsx";
import { SettingField } from "./setting-field.tsx";
import { useSettingsDesk } from "./settings-context.ts";
import { useEventsWords } from "./use-events-words.ts";

/** L1: whether things are recognised too, and which. */
export function LabelRule({ rules }: { readonly rules: EventRules }) {
  const { words, language } = useEventsWords();
  const told = rulesWords[language].rules.labels;
  const { form, set } = useSettingsDesk();
  const kept = rules.labels === undefined ? [] : keptLabels(exampleLabels, rules.labels);
  const names = kept.map(({ name, confidence }) => `${labelName(name, language)} ${confidence}%`);
  const needsLabels = form.missions.some(({ kind }) => kind === "label");
  return (
    <div className="rule">
      <h3>{told.name}</h3>
      <Switch
        label={words.rules.readLabels}
        hint={told.effect}
        checked={form.readsLabels}
        onChange={(isOn) => set("readsLabels", isOn)}
      />
      <Overtaken name="readsLabels" />
      {!form.readsLabels && needsLabels && <p className="rule__note">{words.rules.labelsForMissions}</p>}
      {form.readsLabels && (
        <>
          <div className="section__pair">
            <SettingField name="labelConfidence" label={words.rules.labelConfidence}>
              <NumberInput
                value={form.labelConfidence}
                onChange={(value) => set("labelConfidence", value)}
                unit={words.settings.percent}
                min={0}
                max={100}
              />
            </SettingField>
            <SettingField name="mostLabels" label={words.rules.mostLabels}>
              <NumberInput
                value={form.mostLabels}
                onChange={(value) => set("mostLabels", value)}
                unit={words.settings.items}
                min={1}
                max={50}
              />
            </SettingField>
          </div>
          <p className="rule__example">
            {names.length === 0 ? words.rules.noLabels : words.rules.labelExample(listed(names, language))}
          </p>
        </>
      )}
    </div>
  );
}
