import type { MeWords } from "#domain/words/me-words";

/** The crown of the guest's best photo. */
export function Best({ words }: { readonly words: MeWords }) {
  return (
    <span className="me__best">
      <svg viewBox="0 0 24 20" aria-hidden="true">
        <path d="M2 4.5 6.6 9 12 1.5 17.4 9 22 4.5 20 16H4z" />
        <path d="M4 18.5h16" />
      </svg>
      {words.best}
    </span>
  );
}
