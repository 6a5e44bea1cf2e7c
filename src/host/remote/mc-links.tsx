import { hostPrintWords } from "#domain/words/host-print";
import { hostScriptWords } from "#domain/words/host-script";
import { useHostLanguage } from "../shell/language.tsx";
import { useRemoteWords } from "./use-remote-words.ts";

/** What the MC holds in hand; in tabs of their own, for the remote stays open. */
export function McLinks({ eventId }: { readonly eventId: string }) {
  const language = useHostLanguage();
  const { opensNewTab } = useRemoteWords();
  const links = [
    { to: `/script/${eventId}`, name: hostScriptWords[language].title },
    { to: `/print/${eventId}#result`, name: hostPrintWords[language].papers.result },
  ];
  return (
    <div className="remote__mc">
      {links.map(({ to, name }) => (
        <a key={to} className="button button--plain" href={to} target="_blank" rel="noreferrer">
          {name}
          <span className="unseen">({opensNewTab})</span>
        </a>
      ))}
    </div>
  );
}
