import { points } from "#domain/scoring";
import { standingRules } from "#domain/standing-rule";
import { rulesWords } from "#domain/words/rules";
import type { EventRules } from "#domain/event-rules";
import { ChoiceCards } from "./choice-cards.tsx";
import { examplePhotos, standingExample } from "./example-photo.ts";
import { Overtaken } from "./overtaken.tsx";
import { useSettingsDesk } from "./settings-context.ts";
import { useEventsWords } from "./use-events-words.ts";

/** R2: what of a guest's photos counts, each with what it gives for the same three photos. */
export function StandingRuleChoice({ rules }: { readonly rules: EventRules }) {
  const { words, language } = useEventsWords();
  const told = rulesWords[language];
  const { form, set } = useSettingsDesk();
  const photos = examplePhotos.map(String).join(", ");
  return (
    <ChoiceCards
      legend={told.rules.standing.name}
      value={form.standing}
      onChange={(standing) => set("standing", standing)}
      options={standingRules.map((standing) => ({
        value: standing,
        name: told.standings[standing].name,
        effect: (
          <>
            {told.standings[standing].effect}
            <span className="choice__example">
              {words.rules.standingExample(photos, points(standingExample({ ...rules, standing })))}
            </span>
          </>
        ),
      }))}
    >
      <Overtaken name="standing" />
    </ChoiceCards>
  );
}
