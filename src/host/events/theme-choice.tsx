import { themes, toTheme } from "#domain/theme";
import "./theme-choice.css";
import { ChoiceCards } from "./choice-cards.tsx";
import { Overtaken } from "./overtaken.tsx";
import { useSettingsDesk } from "./settings-context.ts";
import { useEventsWords } from "./use-events-words.ts";

/** How the screen looks, each theme with a small screen of its colours. */
export function ThemeChoice() {
  const { settings } = useEventsWords().words;
  const { form, set } = useSettingsDesk();
  return (
    <ChoiceCards
      legend={settings.theme}
      value={toTheme(form.theme)}
      onChange={(theme) => set("theme", theme)}
      options={themes.map((value) => ({
        value,
        name: settings.themes[value],
        effect: <Swatch theme={value} />,
      }))}
    >
      <p className="choices__note">{settings.themeHint}</p>
      <Overtaken name="theme" />
    </ChoiceCards>
  );
}

/** The podium in a few strokes; it says nothing that the name does not. */
function Swatch({ theme }: { readonly theme: string }) {
  return (
    <span className="swatch" data-theme={theme} aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
  );
}
