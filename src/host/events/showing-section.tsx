import { ChoiceCards } from "./choice-cards.tsx";
import { Overtaken } from "./overtaken.tsx";
import { Section } from "./section.tsx";
import { useSettingsDesk } from "./settings-context.ts";
import { useEventsWords } from "./use-events-words.ts";

/** What happens to a photo before the room sees it. */
export function ShowingSection() {
  const { settings } = useEventsWords().words;
  const { form, set } = useSettingsDesk();
  const policies = ["show-first", "review-first"] as const;
  const moderations = ["off", "assist", "enforce"] as const;
  return (
    <Section name="showing">
      <ChoiceCards
        legend={settings.policy}
        value={form.policy}
        onChange={(policy) => set("policy", policy)}
        options={policies.map((value) => ({ value, ...settings.policies[value] }))}
      >
        <Overtaken name="policy" />
      </ChoiceCards>
      <ChoiceCards
        legend={settings.moderation}
        value={form.moderation}
        onChange={(moderation) => set("moderation", moderation)}
        options={moderations.map((value) => ({ value, ...settings.moderations[value] }))}
      >
        <p className="choices__note">{settings.moderationNote}</p>
        <Overtaken name="moderation" />
      </ChoiceCards>
    </Section>
  );
}
