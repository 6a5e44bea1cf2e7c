import { LanguageSelect } from "./language-select.tsx";
import { Overtaken } from "./overtaken.tsx";
import { Section } from "./section.tsx";
import { SettingField } from "./setting-field.tsx";
import { useSettingsDesk } from "./settings-context.ts";
import { TimesFields } from "./times-fields.tsx";
import { useEventsWords } from "./use-events-words.ts";

/** Name, language and time. */
export function BasicsSection() {
  const { create } = useEventsWords().words;
  const { form, set, errors } = useSettingsDesk();
  return (
    <Section name="basics">
      <SettingField name="title" label={create.name} hint={create.nameHint}>
        <input
          type="text"
          autoComplete="off"
          value={form.title}
          onChange={({ target }) => set("title", target.value)}
        />
      </SettingField>
      <SettingField name="language" label={create.language} hint={create.languageHint}>
        <LanguageSelect value={form.language} onChange={(language) => set("language", language)} />
      </SettingField>
      <TimesFields
        times={form}
        errors={errors}
        onChange={({ opensAt, closesAt }) => {
          set("opensAt", opensAt);
          set("closesAt", closesAt);
        }}
      >
        <Overtaken name="opensAt" />
        <Overtaken name="closesAt" />
      </TimesFields>
    </Section>
  );
}
