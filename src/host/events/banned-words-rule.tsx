import type { EventRules } from "#domain/event-rules";
import { bannedWordsIn } from "#domain/banned-word";
import { rulesWords } from "#domain/words/rules";
import { writtenWidely } from "./example-photo.ts";
import { SettingField } from "./setting-field.tsx";
import { useSettingsDesk } from "./settings-context.ts";
import { useEventsWords } from "./use-events-words.ts";

/** T1, T2: words that make a photo wait, and how they may be written and are still found. */
export function BannedWordsRule({ rules }: { readonly rules: EventRules }) {
  const { words, language } = useEventsWords();
  const told = rulesWords[language].rules.bannedWords;
  const { form, set } = useSettingsDesk();
  const example = exampleOf(rules.bannedWords);
  return (
    <div className="rule">
      <SettingField
        name="bannedWords"
        label={told.name}
        hint={`${told.effect} (${words.settings.onePerLine})`}
      >
        <textarea
          rows={3}
          value={form.bannedWords}
          onChange={({ target }) => set("bannedWords", target.value)}
        />
      </SettingField>
      {example !== undefined && (
        <p className="rule__example">{words.rules.bannedExample(example.word, example.written)}</p>
      )}
    </div>
  );
}

/** A word that is found, as the rule itself says, although it is written otherwise. */
function exampleOf(words: readonly string[]): { word: string; written: string } | undefined {
  return words
    .map((word) => ({ word, written: writtenWidely(word) }))
    .find(({ word, written }) => written !== word && bannedWordsIn([written], [word]).length > 0);
}
