import { MOST_PHOTOS_PER_GUEST } from "#domain/photo-limit";
import { rulesWords } from "#domain/words/rules";
import { NumberInput } from "./number-input.tsx";
import { SettingField } from "./setting-field.tsx";
import { useSettingsDesk } from "./settings-context.ts";
import { useEventsWords } from "./use-events-words.ts";

/** P7: how many photos of a guest take part. */
export function PhotoLimitRule() {
  const { words, language } = useEventsWords();
  const told = rulesWords[language].rules.photosPerGuest;
  const { form, set } = useSettingsDesk();
  return (
    <div className="rule">
      <SettingField name="photosPerGuest" label={told.name} hint={told.effect}>
        <NumberInput
          value={form.photosPerGuest}
          onChange={(value) => set("photosPerGuest", value)}
          unit={words.settings.photos}
          min={1}
          max={MOST_PHOTOS_PER_GUEST}
          placeholder={words.settings.noLimit}
        />
      </SettingField>
    </div>
  );
}
