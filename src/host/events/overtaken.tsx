import { Button } from "../../ui/button.tsx";
import { settingInWords } from "./setting-in-words.ts";
import { useSettingsDesk } from "./settings-context.ts";
import type { SettingKey } from "./settings-form.ts";
import { useEventsWords } from "./use-events-words.ts";

/** Says that another host changed what is being typed here, what it is now, and lets theirs be taken. */
export function Overtaken({ name }: { readonly name: SettingKey }) {
  const { words, language } = useEventsWords();
  const { overtaken, event, drop } = useSettingsDesk();
  const isOvertaken = overtaken.includes(name);
  return (
    <output className="overtaken-place">
      {isOvertaken && (
        <span className="overtaken">
          <span>
            {words.saving.overtaken} <strong>{settingInWords(name, event, words, language)}</strong>
          </span>
          <Button onClick={() => drop(name)}>{words.saving.takeTheirs}</Button>
        </span>
      )}
    </output>
  );
}
