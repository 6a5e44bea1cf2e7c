import { Section } from "./section.tsx";
import { SettingField } from "./setting-field.tsx";
import { useSettingsDesk } from "./settings-context.ts";
import { useEventsWords } from "./use-events-words.ts";

/** N2: words that hold a name back. */
export function NamesSection() {
  const { settings } = useEventsWords().words;
  const { form, set } = useSettingsDesk();
  return (
    <Section name="names">
      <SettingField
        name="nameWords"
        label={settings.nameWords}
        hint={`${settings.nameWordsHint} (${settings.onePerLine})`}
      >
        <textarea rows={3} value={form.nameWords} onChange={({ target }) => set("nameWords", target.value)} />
      </SettingField>
    </Section>
  );
}
