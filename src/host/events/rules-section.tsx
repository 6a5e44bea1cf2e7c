import { useMemo } from "react";
import { BannedWordsRule } from "./banned-words-rule.tsx";
import { LabelRule } from "./label-rule.tsx";
import { MissionsRule } from "./missions-rule.tsx";
import { PhotoLimitRule } from "./photo-limit-rule.tsx";
import { rulesIn } from "./read-settings.ts";
import { type RulesDesk, RulesProgress } from "./rules-progress.tsx";
import { ScoringRules } from "./scoring-rules.tsx";
import { Section } from "./section.tsx";
import { useSettingsDesk } from "./settings-context.ts";
import { StandingRuleChoice } from "./standing-rule.tsx";
import { TreatmentsRule } from "./treatments-rule.tsx";

/** How the event is played. */
export function RulesSection({ desk }: { readonly desk: RulesDesk }) {
  const { form } = useSettingsDesk();
  const rules = useMemo(() => rulesIn(form), [form]);
  return (
    <Section name="rules">
      <RulesProgress desk={desk} />
      <ScoringRules rules={rules} />
      <StandingRuleChoice rules={rules} />
      <PhotoLimitRule />
      <MissionsRule rules={rules} />
      <LabelRule rules={rules} />
      <BannedWordsRule rules={rules} />
      <TreatmentsRule rules={rules} />
    </Section>
  );
}
