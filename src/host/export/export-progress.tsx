import { useId } from "react";
import { hostExportWords } from "#domain/words/host-export";
import type { HostExport } from "../../backend/host-export.ts";
import { useHostLanguage } from "../shell/language.tsx";
import { inBytes } from "./in-bytes.ts";
import "../../ui/progress.css";

/** How far it is: photos, bytes, parts. */
export function ExportProgress({ told }: { readonly told: HostExport }) {
  const language = useHostLanguage();
  const words = hostExportWords[language];
  const titleId = useId();
  const { total, done, bytes, parts, state, failures } = told;
  const inWords = (count: number): string => count.toLocaleString(language);
  const finished = parts.filter(({ isDone }) => isDone).length;
  const isDone = state === "done";
  return (
    <div className="export__progress">
      <h2 id={titleId}>{isDone ? words.ready : total === null ? words.counting : words.making}</h2>
      <p className="export__images">{words.imagesNames[told.images]}</p>
      {/* While nothing is counted the bar says that something goes on, not how far. */}
      <progress
        className="progress"
        aria-labelledby={titleId}
        {...(total !== null && { max: Math.max(total, 1), value: isDone ? Math.max(total, 1) : done })}
      />
      {total !== null && (
        <p className="export__figures">
          <span>{words.photosOf(inWords(done), inWords(total))}</span>
          <span>{inBytes(bytes, language)}</span>
          <span>{words.partsOf(finished, parts.length)}</span>
        </p>
      )}
      {!isDone && <p className="export__hint">{failures > 0 ? words.again : words.goesOn}</p>}
    </div>
  );
}
