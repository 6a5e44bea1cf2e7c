import type { ScriptLine } from "#domain/words/host-script-words";

/** What is said stands large; what is done, quietly between. */
export function Lines({ lines }: { readonly lines: readonly ScriptLine[] }) {
  return lines.map(({ kind, text }) => (
    <p key={text} className={`line line--${kind}`}>
      {text}
    </p>
  ));
}
