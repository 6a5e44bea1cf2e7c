import { Switch } from "../../ui/switch.tsx";
import { readDay } from "./clock-text.ts";
import { daysUntil } from "./event-time.ts";
import { Overtaken } from "./overtaken.tsx";
import { Section } from "./section.tsx";
import { SettingField } from "./setting-field.tsx";
import { useSettingsDesk } from "./settings-context.ts";
import { useEventsWords } from "./use-events-words.ts";
import { useNow } from "./use-now.ts";

const HOUR_MS = 3_600_000;

/** What is kept of people, and for how long. */
export function PrivacySection() {
  const { settings } = useEventsWords().words;
  const { form, set } = useSettingsDesk();
  const now = useNow(HOUR_MS);
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
      <SettingField
        name="retentionEndsAt"
        label={settings.retention}
        hint={settings.retentionHint(daysUntil(readDay(form.retentionEndsAt) ?? 0, now))}
      >
        <input
          type="date"
          value={form.retentionEndsAt}
          onChange={({ target }) => set("retentionEndsAt", target.value)}
        />
      </SettingField>
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
