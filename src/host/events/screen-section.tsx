import type { ScreenSettings } from "#domain/screen";
import { Switch } from "../../ui/switch.tsx";
import { Overtaken } from "./overtaken.tsx";
import { Section } from "./section.tsx";
import { useSettingsDesk } from "./settings-context.ts";
import { ThemeChoice } from "./theme-choice.tsx";
import { useEventsWords } from "./use-events-words.ts";

const switches: readonly (keyof ScreenSettings)[] = ["hasSpotlight", "hasCornerQr", "hasSound"];

/** How the screen looks, and what stands on it and is heard from it. */
export function ScreenSection() {
  const { settings } = useEventsWords().words;
  const { form, set } = useSettingsDesk();
  return (
    <Section name="screen">
      <ThemeChoice />
      {switches.map((name) => (
        <div className="setting" key={name}>
          <Switch
            label={settings.screen[name].name}
            hint={settings.screen[name].effect}
            checked={form[name]}
            onChange={(isOn) => set(name, isOn)}
          />
          <Overtaken name={name} />
        </div>
      ))}
    </Section>
  );
}
