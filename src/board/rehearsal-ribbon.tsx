import type { Language } from "#domain/language";
import { rehearsalWords } from "#domain/words/rehearsal-title";
import "./rehearsal-ribbon.css";

/** H1: nobody takes drawn guests for real ones. */
export function RehearsalRibbon({ language }: { readonly language: Language }) {
  return <p className="rehearsal-ribbon">{rehearsalWords[language].word}</p>;
}
