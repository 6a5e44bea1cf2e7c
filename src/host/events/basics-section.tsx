import { themes } from "#domain/theme";
import { LanguageSelect } from "./language-select.tsx";
import { Overtaken } from "./overtaken.tsx";
import { Section } from "./section.tsx";
import { SettingField } from "./setting-field.tsx";
import { useSettingsDesk } from "./settings-context.ts";
import { TimesFields } from "./times-fields.tsx";
import { useEventsWords } from "./use-events-words.ts";

/** Name, language, time, and how bright the hall is. */
export function BasicsSection() {
  const { create, settings } = useEventsWords().words;
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
      <div className="section__pair">
        <SettingField name="language" label={create.language} hint={create.languageHint}>
          <LanguageSelect value={form.language} onChange={(language) => set("language", language)} />
        </SettingField>
        <SettingField name="theme" label={settings.theme} hint={settings.themeHint}>
          <select value={form.theme} onChange={({ target }) => set("theme", target.value)}>
            {themes.map((theme) => (
              <option key={theme} value={theme}>
                {settings.themes[theme]}
              </option>
            ))}
          </select>
        </SettingField>
      </div>
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
