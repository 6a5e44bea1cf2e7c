import { type Language, languages } from "#domain/language";
import type { ControlProps } from "../../ui/field.tsx";

/** Each in its own words. */
export const languageNames: Readonly<Record<Language, string>> = {
  ja: "日本語",
  en: "English",
  "zh-Hant": "繁體中文",
};

interface Props extends ControlProps {
  readonly value: Language;
  readonly onChange: (language: Language) => void;
}

export function LanguageSelect({ value, onChange, ...control }: Props) {
  return (
    <select
      {...control}
      value={value}
      onChange={({ target }) => {
        const chosen = languages.find((one) => one === target.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      {languages.map((one) => (
        <option key={one} value={one} lang={one}>
          {languageNames[one]}
        </option>
      ))}
    </select>
  );
}
