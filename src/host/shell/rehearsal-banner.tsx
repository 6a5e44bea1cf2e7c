import { rehearsalWords } from "#domain/words/rehearsal-title";
import { useHostLanguage } from "./language.tsx";
import "./rehearsal-banner.css";

/** H1: whoever looks at an event that is only rehearsed is told so on each of its pages. */
export function RehearsalBanner() {
  const { word, note } = rehearsalWords[useHostLanguage()];
  return (
    <aside className="rehearsal-banner">
      <strong>{word}</strong>
      <span>{note}</span>
    </aside>
  );
}
