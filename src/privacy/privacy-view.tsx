import { useEffect } from "react";
import { useSearchParams } from "react-router";
import { privacyWords } from "#domain/words/privacy";
import type { PrivacyWords } from "#domain/words/privacy-words";
import { Cord } from "../ui/cord.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { NoticeBody } from "./notice-body.tsx";
import { pageLanguage } from "./page-language.ts";
import { type NoticeState, type ReadNotice, usePrivacyNotice } from "./use-privacy-notice.ts";
import "../ui/paper.css";
import "./privacy.css";

interface Props {
  readonly read: ReadNotice;
  /** As it stands in the address. */
  readonly joinCode: string;
}

/** What happens to the photos of one event, in the reader's language. */
export function PrivacyView({ read, joinCode }: Props) {
  const { state, retry } = usePrivacyNotice(read, joinCode);
  const [search] = useSearchParams();
  const notice = state.kind === "known" ? state.notice : undefined;
  const language = pageLanguage(search, navigator.languages, notice?.language);
  const words = privacyWords[language];
  const heading = state.kind === "unknown" ? words.unknownTitle : words.pageTitle;
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = notice === undefined ? heading : `${heading} — ${notice.title}`;
  }, [language, heading, notice]);
  return (
    <main className="paper privacy" lang={language}>
      <LanguageSwitch now={language} label={words.languages} />
      <header className="privacy__head">
        {notice !== undefined && <p className="privacy__event">{notice.title}</p>}
        <h1>{heading}</h1>
        <Cord />
      </header>
      {notice === undefined ? (
        <Waiting kind={state.kind} words={words} retry={retry} />
      ) : (
        <NoticeBody notice={notice} words={words} language={language} />
      )}
    </main>
  );
}

interface WaitingProps {
  readonly kind: NoticeState["kind"];
  readonly words: PrivacyWords;
  readonly retry: () => void;
}

/** Instead of a notice: it is on its way, could not be had, or there is none. */
function Waiting({ kind, words, retry }: WaitingProps) {
  return (
    <div className="privacy__waiting" aria-live="polite" aria-busy={kind === "loading"}>
      {kind === "loading" && <p>{words.loading}</p>}
      {kind === "unknown" && <p>{words.unknownHint}</p>}
      {kind === "failed" && (
        <>
          <p>{words.failed}</p>
          <button type="button" onClick={retry}>
            {words.retry}
          </button>
        </>
      )}
    </div>
  );
}
