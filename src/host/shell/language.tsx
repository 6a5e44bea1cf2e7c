import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { type Language, languages, toLanguage } from "#domain/language";
import { hostShellWords } from "#domain/words/host-shell";
import { Segments } from "../../ui/segments.tsx";

const KEY = "egao:host:language";
/** Each in its own words: who cannot read the page must find them. */
export const languageNames: Readonly<Record<Language, string>> = {
  ja: "日本語",
  en: "English",
  "zh-Hant": "繁體中文",
};

interface Choice {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const LanguageContext = createContext<Choice>({ language: "ja", choose: () => {} });

/** The language that was chosen on this device, else the browser's. */
function rememberedLanguage(): Language {
  const kept = languages.find((language) => language === localStorage.getItem(KEY));
  return kept ?? toLanguage(navigator.language);
}

/** Holds the language of the host's page, for all children and for the document. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(rememberedLanguage);
  useEffect(() => {
    const before = document.documentElement.lang;
    document.documentElement.lang = language;
    return () => {
      document.documentElement.lang = before;
    };
  }, [language]);
  const choice = useMemo<Choice>(
    () => ({
      language,
      choose: (chosen) => {
        localStorage.setItem(KEY, chosen);
        setLanguage(chosen);
      },
    }),
    [language],
  );
  return <LanguageContext value={choice}>{children}</LanguageContext>;
}

export function useHostLanguage(): Language {
  return useContext(LanguageContext).language;
}

/** Three buttons side by side; the chosen one is pressed. */
export function LanguageSwitch() {
  const { language, choose } = useContext(LanguageContext);
  return (
    <Segments
      label={hostShellWords[language].language}
      choices={languages}
      chosen={language}
      choose={choose}
      textOf={(one) => languageNames[one]}
      langOf={(one) => one}
    />
  );
}
