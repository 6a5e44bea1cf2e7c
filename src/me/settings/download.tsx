import { useId } from "react";
import type { Language } from "#domain/language";
import { type MeDownloadWords, meDownloadWords } from "#domain/words/me-download";
import { myPhotoWords } from "#domain/words/my-photo";
import type { MyArchive } from "../../backend/my-archive.ts";
import type { DownloadBackend } from "./download-backend.ts";
import { type DownloadState, useDownload } from "./use-download.ts";
import "./download.css";

interface Props {
  /** The same one as long as the page is there. */
  readonly backend: DownloadBackend;
  readonly language: Language;
}

/** P10: all own photos as one file. */
export function Download({ backend, language }: Props) {
  const words = meDownloadWords[language];
  const { state, order } = useDownload(backend);
  const ready = state.kind === "known" && state.archive.state === "ready" ? state.archive : undefined;
  const isBusy = state.kind === "ordering" || (state.kind === "known" && ready === undefined);
  const isOver = state.kind === "failed" || state.kind === "gone" || ready !== undefined;
  return (
    <div className="settings__part download">
      <h3>{words.title}</h3>
      <p className="download__note">{words.note}</p>
      <div className="download__state">
        <p aria-live="polite" data-state={state.kind}>
          {sentence(state, words, language)}
        </p>
        {isBusy && <Bar archive={state.kind === "known" ? state.archive : undefined} words={words} />}
      </div>
      {ready !== undefined && <File archive={ready} {...{ backend, words, language }} />}
      {state.kind !== "reopen" && (
        <button type="button" aria-disabled={isBusy} onClick={() => !isBusy && order()}>
          {state.kind === "ordering" ? words.ordering : isOver ? words.anew : words.order}
        </button>
      )}
    </div>
  );
}

function sentence(state: DownloadState, words: MeDownloadWords, language: Language): string {
  switch (state.kind) {
    case "idle":
    case "ordering":
      return "";
    case "failed":
      return words.failed;
    case "gone":
      return words.gone;
    case "reopen":
      return myPhotoWords[language].reopen;
    case "known": {
      const { archive, isTroubled } = state;
      if (archive.state === "ready") return words.ready(archive.done, sizeText(archive.bytes ?? 0, language));
      return isTroubled ? words.trouble : words.stay;
    }
  }
}

/** How far it is; read aloud when it is asked for, not with every photo. */
function Bar({
  archive,
  words,
}: {
  readonly archive: MyArchive | undefined;
  readonly words: MeDownloadWords;
}) {
  const id = useId();
  const { done = 0, total = null } = archive ?? {};
  return (
    <div className="download__bar">
      <span id={id}>{archive === undefined ? words.ordering : words.running(done, total)}</span>
      <progress aria-labelledby={id} {...(total !== null && { max: Math.max(total, 1), value: done })} />
    </div>
  );
}

interface FileProps extends Props {
  readonly archive: MyArchive;
  readonly words: MeDownloadWords;
}

function File({ archive: { url, expiresAt }, backend, words, language }: FileProps) {
  if (url === null) return null;
  return (
    <p className="download__file">
      <a
        href={url}
        target="_blank"
        rel="noreferrer"
        onClick={(event) => {
          // Inside LINE a file cannot be kept.
          if (backend.openOutside(url)) event.preventDefault();
        }}
      >
        {words.open}
      </a>
      {expiresAt !== null && <span>{words.until(timeText(expiresAt, language))}</span>}
    </p>
  );
}

const MEGABYTE = 1_000_000;

function sizeText(bytes: number, language: Language): string {
  const megabytes = bytes / MEGABYTE;
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit: "megabyte",
    maximumFractionDigits: megabytes < 10 ? 1 : 0,
  }).format(Math.max(0.1, megabytes));
}

/** In the guest's own time zone. */
function timeText(at: number, language: Language): string {
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
  }).format(at);
}
