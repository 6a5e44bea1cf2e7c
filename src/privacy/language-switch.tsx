import { Link } from "react-router";
import { type Language, languages } from "#domain/language";

const names: Readonly<Record<Language, string>> = { ja: "日本語", en: "English", "zh-Hant": "繁體中文" };

/** The same page in the other languages; the choice stands in the address, so that it can be passed on. */
export function LanguageSwitch({ now, label }: { readonly now: Language; readonly label: string }) {
  return (
    <nav className="privacy__languages" aria-label={label}>
      {languages.map((language) => (
        <Link
          key={language}
          to={{ search: `?lang=${language}` }}
          replace
          lang={language}
          hrefLang={language}
          aria-current={language === now ? "true" : undefined}
        >
          {names[language]}
        </Link>
      ))}
    </nav>
  );
}
