import type { EventRules } from "#domain/event-rules";
import { rulesWords } from "#domain/words/rules";
import { ExamplePicture } from "./example-picture.tsx";
import { NumberInput } from "./number-input.tsx";
import { SettingField } from "./setting-field.tsx";
import { useSettingsDesk } from "./settings-context.ts";
import { useEventsWords } from "./use-events-words.ts";

/** S4–S6: which faces count, beside a photo that shows what that means. */
export function ScoringRules({ rules }: { readonly rules: EventRules }) {
  const { words, language } = useEventsWords();
  const { settings } = words;
  const told = rulesWords[language].rules;
  const { form, set } = useSettingsDesk();
  const units = {
    faceCap: settings.people,
    minFaceSize: settings.percentOfSide,
    minFaceConfidence: settings.percent,
  };
  return (
    <div className="scoring">
      <div className="scoring__fields">
        {(["faceCap", "minFaceSize", "minFaceConfidence"] as const).map((key) => (
          <SettingField key={key} name={key} label={told[key].name} hint={told[key].effect}>
            <NumberInput
              value={form[key]}
              onChange={(value) => set(key, value)}
              unit={units[key]}
              min={key === "faceCap" ? 1 : 0}
              max={100}
              placeholder={settings.noLimit}
            />
          </SettingField>
        ))}
      </div>
      <ExamplePicture rules={rules} />
    </div>
  );
}
