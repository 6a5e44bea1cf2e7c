import { Switch } from "../../ui/switch.tsx";
import { Overtaken } from "./overtaken.tsx";
import { Section } from "./section.tsx";
import { SettingField } from "./setting-field.tsx";
import { useSettingsDesk } from "./settings-context.ts";
import { useEventsWords } from "./use-events-words.ts";

/** What is kept of people, and whom they ask. */
export function PrivacySection() {
  const { settings } = useEventsWords().words;
  const { form, set } = useSettingsDesk();
  return (
    <Section name="privacy">
      <SettingField name="contact" label={settings.contact} hint={settings.contactHint}>
        <input
          value={form.contact}
          autoComplete="off"
          placeholder={settings.contactExample}
          onChange={({ target }) => set("contact", target.value)}
        />
      </SettingField>
      <div className="setting">
        <Switch
          label={settings.ageAndGender}
          hint={settings.ageAndGenderHint}
          checked={form.keepsAgeAndGender}
          onChange={(isKept) => set("keepsAgeAndGender", isKept)}
        />
        <Overtaken name="keepsAgeAndGender" />
      </div>
      <div className="setting">
        <Switch
          label={settings.paidMessages}
          hint={settings.paidMessagesHint}
          checked={form.allowsPaidMessages}
          onChange={(isAllowed) => set("allowsPaidMessages", isAllowed)}
        />
        <Overtaken name="allowsPaidMessages" />
      </div>
    </Section>
  );
}
